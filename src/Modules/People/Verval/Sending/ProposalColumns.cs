using Layar.Catalogue.Contracts;
using Layar.People.Lists;

namespace Layar.People.Verval;

/// <param name="Header">as the receiver names the column</param>
/// <param name="Field">what stands in it, one of <see cref="ProposalSheet.Fields"/></param>
internal sealed record SheetColumn(string Header, string Field);

/// <summary>Which columns the file of proposals has, in which order: as shipped, or as the office's own <c>verval-columns.json</c> says.</summary>
internal sealed class ProposalColumns
{
    private ProposalColumns(IReadOnlyList<SheetColumn> all) => All = all;

    public IReadOnlyList<SheetColumn> All { get; }

    /// <param name="folder">of the office's data files; null for the shipped ones</param>
    /// <exception cref="CatalogueDataException">The office's file does not read; each fault is named.</exception>
    public static ProposalColumns Read(string? folder) => new(DataFile.OwnOrShipped<SheetColumn>(folder, "verval-columns", Faults));

    private static IEnumerable<string> Faults(IReadOnlyList<SheetColumn> columns)
    {
        if (columns.Count == 0) yield return $"entries: names no column";
        foreach (var (column, place) in columns.Select((c, i) => (c, i + 1)))
        {
            if (string.IsNullOrWhiteSpace(column.Header)) yield return $"column {place}: header: is empty";
            if (column.Field is null || !ProposalSheet.Fields.Contains(column.Field)) yield return $"column {place}: field: \"{column.Field}\" is none of {string.Join(", ", ProposalSheet.Fields.Order(StringComparer.Ordinal))}";
        }
        foreach (var twice in columns.Where(c => c.Header is not null).GroupBy(c => c.Header, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)) yield return $"header \"{twice.Key}\" stands twice";
    }
}
