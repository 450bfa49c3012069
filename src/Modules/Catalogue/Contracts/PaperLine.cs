namespace Layar.Catalogue.Contracts;

/// <summary>One line of a list of papers as people read it. Documents that stand in for each other are one line.</summary>
/// <param name="Documents">one, or several of which any is enough</param>
public sealed record PaperLine(RequirementNeed Need, IReadOnlyList<DocumentKind> Documents)
{
    /// <summary>Stands between documents of which any is enough.</summary>
    public static LocalText Or { get; } = new("atau", "or");

    /// <summary>"KTP elektronik atau Surat keterangan pengganti KTP", in the language of the reader.</summary>
    public string Name => Joined(Documents.Select(d => d.Name));

    /// <summary>In the order of the requirements.</summary>
    /// <param name="requirements">Those that apply, as <see cref="ICatalogue.RequirementsFor"/> gives them.</param>
    public static IReadOnlyList<PaperLine> Of(IEnumerable<Requirement> requirements, IReadOnlyDictionary<string, DocumentKind> kinds) =>
        [.. requirements.GroupBy(r => r.Line, StringComparer.Ordinal).Select(g => new PaperLine(g.First().Need, [.. g.Select(r => kinds[r.Document])]))];

    /// <summary>Names of documents of which any is enough, as one.</summary>
    public static string Joined(IEnumerable<LocalText> names) => string.Join($" {Or} ", names);
}
