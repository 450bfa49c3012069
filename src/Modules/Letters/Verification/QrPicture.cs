using System.Globalization;
using System.Text;
using QRCoder;

namespace Layar.Letters.Verification;

/// <summary>A QR code (error correction M) as one SVG path: a tenth of the size of a rectangle per module.</summary>
internal static class QrPicture
{
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows.Count && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        // The matrix brings four modules of quiet zone; the box on the letter has white around it, two are enough there.
        var side = rows.Count - 4;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"2 2 {side} {side}\" width=\"{side}\" height=\"{side}\" role=\"img\" aria-label=\"Kode QR\"><path d=\"{path}\" fill=\"#000\"/></svg>");
    }
}
