using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Canonical;

/// <summary>Brings the values of a kind to the form in which they are compared; empty when nothing is left.</summary>
internal static class Canon
{
    public static Func<string, string> For(FieldKind kind, IEnumerable<string> column) => kind switch
    {
        FieldKind.Date => DateText.For(column).Read,
        FieldKind.Age => Age,
        FieldKind.Sex => Sex,
        FieldKind.Address => AddressText.Read,
        FieldKind.Code or FieldKind.Identifier => Code,
        FieldKind.Text => Text,
        _ => PlainText.Words,
    };

    private static string Age(string raw)
    {
        var digits = new string([.. raw.TakeWhile(c => c is not ('.' or ',')).Where(char.IsAsciiDigit)]);
        return int.TryParse(digits, out var years) && years < 200 ? years.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
    }

    private static string Sex(string raw) => PlainText.Words(raw) switch
    {
        "l" or "lk" or "laki laki" or "laki" or "lelaki" or "pria" or "m" or "male" or "man" => "l",
        "p" or "pr" or "perempuan" or "wanita" or "f" or "female" or "woman" => "p",
        var other => other,
    };

    private static string Code(string raw)
    {
        var plain = PlainText.Words(raw.EndsWith(".0", StringComparison.Ordinal) ? raw[..^2] : raw).Replace(" ", "", StringComparison.Ordinal);
        return plain.Length > 3 && plain.All(c => c == plain[0]) && plain[0] is '0' or '9' ? "" : plain;
    }

    /// <summary>Telephone numbers lose +62, 0 and separators, so that 0812-3456 and +62 812 3456 are the same text.</summary>
    private static string Text(string raw)
    {
        var digits = raw.Count(char.IsAsciiDigit);
        if (digits < 6 || raw.Any(char.IsLetter)) return PlainText.Marked(raw);
        var number = new string([.. raw.Where(char.IsAsciiDigit)]);
        return (number.StartsWith("62", StringComparison.Ordinal) && number.Length > 9 ? number[2..] : number).TrimStart('0');
    }
}
