using Layar.Areas.Contracts;
using Layar.Kernel.Time;
using Layar.Kernel.Texts;
using Layar.Letters.Templates;
using Layar.People.Contracts;

namespace Layar.Letters.Composing;

/// <summary>The table of the person in a letter: what is known, and nothing that is not.</summary>
internal static class PersonRows
{
    public static readonly IReadOnlyList<string> Labels = ["Nama", "NIK", "No. KK", "Tempat, tanggal lahir", "Perkiraan umur", "Alamat"];

    public static IEnumerable<LetterRow> Of(PersonFacts? facts, string? name, IAreas? areas)
    {
        if ((name ?? facts?.Name) is { } shown) yield return new("Nama", shown, Strong: true);
        if (facts is null) yield break;
        if (facts.Nik is { } nik) yield return new("NIK", nik);
        if (facts.FamilyCard is { } card) yield return new("No. KK", card);
        if (facts.BirthDate is { } day)
            yield return new("Tempat, tanggal lahir", string.Join(", ", new[] { facts.BirthPlace, Wita.Date(day, TextCatalogue.Indonesian) }.OfType<string>()));
        else if (facts.EstimatedAge is { } age) yield return new("Perkiraan umur", $"{age} tahun");
        if (Address(facts, areas) is { Length: > 0 } address) yield return new("Alamat", address);
    }

    /// <summary>"A. B. H.": enough to compare with a paper in the hand, too little to learn a name from.</summary>
    public static string? Initials(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : string.Join(" ", name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Take(4).Select(w => $"{char.ToUpperInvariant(w[0])}."));

    private static string Address(PersonFacts facts, IAreas? areas) => string.Join(", ", new[]
    {
        string.Join(" ", new[] { facts.Address, facts.Rt is { Length: > 0 } rt ? $"RT {rt}" : null }.Where(p => !string.IsNullOrWhiteSpace(p))),
        areas?.Describe(facts.Area),
    }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
