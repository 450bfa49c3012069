using System.Globalization;
using System.Text;

namespace Layar.Letters.Wording;

/// <summary>What a number is made of: classification code (Permendagri 83/2022), place in the book, unit code and day.</summary>
internal sealed record LetterNumberParts(string Classification, int Sequence, string Unit, DateOnly Date);

/// <summary>Why a number template cannot be used: <c>Code</c> for the texts, <c>Detail</c> is the part that is wrong.</summary>
internal sealed record LetterNumberFault(string Code, string Detail);

/// <summary>
/// A number template such as <c>{klasifikasi}/{urut:0000}/{unit}/{bulan-romawi}/{tahun}</c>. Placeholders:
/// klasifikasi, urut (with an optional width in zeros), unit, tahun, bulan, bulan-romawi. It must hold urut and tahun,
/// because the sequence starts again each year and a number must never come twice.
/// </summary>
internal sealed class LetterNumber
{
    private static readonly string[] Known = ["klasifikasi", "urut", "unit", "tahun", "bulan", "bulan-romawi"];

    private readonly List<(string Text, string? Placeholder, string? Shape)> pieces = [];

    private LetterNumber(string template) => Template = template;

    public string Template { get; }

    public static LetterNumber Parse(string template) => TryParse(template, out var fault) is { } number
        ? number
        : throw new FormatException($"Letter number template \"{template}\": {fault!.Code}: {fault.Detail}");

    public static LetterNumber? TryParse(string template, out LetterNumberFault? fault)
    {
        var number = new LetterNumber(template);
        fault = number.Read(template);
        return fault is null ? number : null;
    }

    public string Format(LetterNumberParts parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts.Sequence, 1, nameof(parts));
        var text = new StringBuilder();
        foreach (var piece in pieces) text.Append(piece.Text).Append(Fill(piece.Placeholder, piece.Shape, parts));
        return text.ToString();
    }

    private static string Fill(string? placeholder, string? shape, LetterNumberParts parts) => placeholder switch
    {
        null => "",
        "klasifikasi" => parts.Classification,
        "urut" => parts.Sequence.ToString(shape ?? "0", CultureInfo.InvariantCulture),
        "unit" => parts.Unit,
        "tahun" => parts.Date.Year.ToString("0000", CultureInfo.InvariantCulture),
        "bulan" => parts.Date.Month.ToString("00", CultureInfo.InvariantCulture),
        _ => IndonesianDate.RomanMonth(parts.Date),
    };

    private LetterNumberFault? Read(string template)
    {
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var text = open < 0 ? template[at..] : template[at..open];
            if (text.Contains('}')) return new("letter-number.brace", text);
            if (text.Any(c => c is '|' || char.IsControl(c))) return new("letter-number.character", text);
            if (open < 0) { pieces.Add((text, null, null)); break; }
            var close = template.IndexOf('}', open);
            if (close < 0) return new("letter-number.brace", template[open..]);
            var inside = template[(open + 1)..close].Split(':', 2);
            if (!Known.Contains(inside[0])) return new("letter-number.unknown", inside[0]);
            var shape = inside.Length == 2 ? inside[1] : null;
            if (shape is not null && (inside[0] != "urut" || shape.Length is 0 or > 9 || shape.Any(c => c != '0')))
                return new("letter-number.shape", $"{inside[0]}:{shape}");
            pieces.Add((text, inside[0], shape));
            at = close + 1;
        }
        return Missing("urut") ?? Missing("tahun");
    }

    private LetterNumberFault? Missing(string placeholder) =>
        pieces.Any(p => p.Placeholder == placeholder) ? null : new("letter-number.missing", placeholder);
}
