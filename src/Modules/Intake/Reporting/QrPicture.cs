using QRCoder;

namespace Layar.Intake.Reporting;

/// <summary>A QR code to be drawn.</summary>
/// <param name="Side">side of the square in modules, with the quiet zone</param>
/// <param name="Modules">the dark modules as one path of an SVG</param>
internal sealed record QrPicture(int Side, string Modules)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (path, side) = (new System.Text.StringBuilder(), data.ModuleMatrix.Count);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                if (!data.ModuleMatrix[y][x]) continue;
                var from = x;
                while (x + 1 < side && data.ModuleMatrix[y][x + 1]) x++;
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        return new QrPicture(side, path.ToString());
    }
}
