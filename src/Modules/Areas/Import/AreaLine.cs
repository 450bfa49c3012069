using System.Text.RegularExpressions;

namespace Layar.Areas.Import;

/// <summary>One line of an official list.</summary>
/// <param name="Number">line in the file, from 1</param>
internal sealed partial record AreaLine(int Number, string Code, string ParentCode, string Name, string Kind)
{
    public static readonly IReadOnlyList<string> Kinds = ["kabupaten", "kota", "kecamatan", "desa", "kelurahan"];

    public int Level => LevelOf(Code);

    public static int LevelOf(string code) => code.Count(c => c == '.') + 1;

    [GeneratedRegex(@"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$", RegexOptions.CultureInvariant)]
    public static partial Regex CodeShape();

    /// <summary>From the code alone: kelurahan are numbered 1xxx, desa 2xxx; a kota from 71 on.</summary>
    public static string KindOf(string code) => LevelOf(code) switch
    {
        2 => string.CompareOrdinal(code[3..], "71") >= 0 ? "kota" : "kabupaten",
        3 => "kecamatan",
        _ => code[9] == '1' ? "kelurahan" : "desa",
    };
}
