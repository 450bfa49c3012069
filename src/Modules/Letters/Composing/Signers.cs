using Layar.Catalogue.Contracts;
using Layar.Letters.Books;
using Layar.Letters.Templates;

namespace Layar.Letters.Composing;

/// <summary>The official in force on a day as the letter names them, and the authority the first sentence claims.</summary>
internal sealed record Signer(Signatory Block, string Authority, string Title, string Name);

/// <summary>Finds who signs: a Plh before a Plt before the holder, a.n. and u.b. as the office has it.</summary>
internal sealed class Signers(ICatalogue catalogue, NumberBooks books)
{
    /// <summary>Null when the position is vacant on that day.</summary>
    public Signer? For(string role, string? division, DateOnly day)
    {
        var rule = books.Signer(role);
        if (Official(rule.Position, division, day) is not { } official) return null;
        var forWhom = rule.OnBehalfOf is null ? null : Official(rule.OnBehalfOf, division, day)?.Title;
        var between = rule.ByOrderOf is null ? null : Official(rule.ByOrderOf, division, day)?.Title;
        var block = new Signatory
        {
            Position = official.Title, Name = official.Name, Rank = official.Rank, Nip = official.Nip, Acting = Acting(official.Kind),
            OnBehalfOf = forWhom, ByOrderOf = forWhom is null ? null : between,
        };
        var authority = $"{official.SignatureTitle} {catalogue.Instance.AreaName}";
        return new Signer(block, forWhom is null ? authority : $"{authority} atas nama {forWhom}", official.SignatureTitle, official.Name);
    }

    private Official? Official(string position, string? division, DateOnly day) =>
        catalogue.Instance.OfficialFor(Place(position, division), day);

    private string Place(string position, string? division) => position
        .Replace("{kabid}", catalogue.Instance.Divisions.FirstOrDefault(d => d.Code == division)?.HeadPosition ?? "", StringComparison.Ordinal)
        .Replace("{bidang}", division ?? "", StringComparison.Ordinal);

    private static ActingKind Acting(OfficialKind kind) => kind switch
    {
        OfficialKind.Plh => ActingKind.Plh,
        OfficialKind.Plt => ActingKind.Plt,
        _ => ActingKind.Definitive,
    };
}
