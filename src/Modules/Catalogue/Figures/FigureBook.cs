using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;
using Layar.Kernel.Texts;

namespace Layar.Catalogue.Figures;

/// <summary>One figure of the catalogue with every value that counts, as the values follow each other.</summary>
/// <param name="Name">for people</param>
/// <param name="Values">the earliest first</param>
internal sealed record Figure(FigureKind Kind, string Code, LocalText Name, FigureUnit Unit, IReadOnlyList<FigureEntry> Values)
{
    public string Heading => Name.ToString() is { Length: > 0 } name ? char.ToUpper(name[0], System.Globalization.CultureInfo.CurrentUICulture) + name[1..] : Code;

    /// <summary>Null before its first day and after its last.</summary>
    public FigureEntry? On(DateOnly day) => Values.FirstOrDefault(v => v.Validity.Covers(day));

    public FigureEntry? After(DateOnly day) => Values.FirstOrDefault(v => v.Validity.From > day);

    public string Path => $"/petugas/angka/{FigurePaths.Of(Kind)}/{Code}";
}

internal static class FigurePaths
{
    public static string Of(FigureKind kind) => kind == FigureKind.Rule ? "aturan" : "surat";

    public static FigureKind? Kind(string word) => word switch { "aturan" => FigureKind.Rule, "surat" => FigureKind.Letter, _ => null };
}

/// <summary>The figures that count in this process, those of rules and those of letters alike.</summary>
internal sealed class FigureBook(ProgrammeBook book)
{
    public IReadOnlyList<Figure> All() => Of(book.Content);

    public Figure? Find(FigureKind kind, string code) => All().FirstOrDefault(f => f.Kind == kind && f.Code == code);

    /// <summary>Values of the shipped files.</summary>
    public IReadOnlyList<FigureEntry> Shipped(FigureKind kind, string code) => Of(book.Shipped).FirstOrDefault(f => f.Kind == kind && f.Code == code)?.Values ?? [];

    /// <summary>Programmes whose rules name it, each once.</summary>
    public IReadOnlyList<string> NamedBy(string code) =>
        [.. book.Content.Programmes.Where(p => p.Components.Select(c => c.Rule).Prepend(p.Rule).Any(r => book.Content.Rules.Rule(r).Parameters.Contains(code))).Select(p => p.Code).Distinct()];

    /// <summary>A rule that would lose its figure when this value is taken back; null when none does.</summary>
    public string? Fault(FigureEntry without) => book.With(book.Versions, [.. book.Figures.Where(f => f != without)]).Faults.FirstOrDefault();

    private static IReadOnlyList<Figure> Of(CatalogueContent content) =>
    [
        .. content.Parameters.GroupBy(p => p.Parameter.Code).Select(g => new Figure(FigureKind.Rule, g.Key, new(g.Last().Parameter.Name.Id, g.Last().Parameter.Name.En), g.Last().Unit,
            [.. g.Select(p => new FigureEntry(FigureKind.Rule, g.Key, p.Parameter.Value, p.Validity)).OrderBy(v => v.Validity.From)])),
        .. content.Purposes.GroupBy(p => p.Code).Select(g => new Figure(FigureKind.Letter, g.Key, g.Last().Name, FigureUnit.Decile,
            [.. g.Select(p => new FigureEntry(FigureKind.Letter, g.Key, p.Ceiling, p.Validity)).OrderBy(v => v.Validity.From)])),
    ];
}

/// <summary>Figures in words of the page.</summary>
internal static class FigureWords
{
    public static string Value(int? value, FigureUnit unit, TextCatalogue texts) =>
        value is { } number ? texts[$"catalogue.figure.value.{unit}", number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)] : texts["catalogue.figure.none"];
}
