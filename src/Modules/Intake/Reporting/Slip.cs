using QRCoder;

namespace Layar.Intake.Reporting;

/// <summary>The paper slip of a report.</summary>
/// <param name="Link">whole address of the status page</param>
internal sealed record Slip(string Code, string Pin, string Link, DateTime FirstAnswerDue)
{
    /// <summary>Side of the square in modules, with the quiet zone.</summary>
    public int Side { get; private init; }

    /// <summary>The dark modules as one path of an SVG.</summary>
    public string Modules { get; } = "";

    public static Slip Of(string code, string pin, string link, DateTime due)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        return new Slip(code, pin, link, due, data);
    }

    private Slip(string code, string pin, string link, DateTime due, QRCodeData data) : this(code, pin, link, due)
    {
        var path = new System.Text.StringBuilder();
        Side = data.ModuleMatrix.Count;
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
            {
                if (!data.ModuleMatrix[y][x]) continue;
                var from = x;
                while (x + 1 < Side && data.ModuleMatrix[y][x + 1]) x++;
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        Modules = path.ToString();
    }
}
