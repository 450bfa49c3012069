namespace Layar.Catalogue.Contracts;

/// <summary>A document that is in the file; the issue day decides whether it has run out.</summary>
public sealed record HeldDocument(string Code, DateOnly? Issued = null);

public enum ChecklistState { Present, Missing, Expired, Optional, CoveredByGroup }

public sealed record ChecklistItem(Requirement Requirement, DocumentKind Document, ChecklistState State);

/// <summary>What a file has and lacks for one service on one day.</summary>
public sealed record Checklist(IReadOnlyList<ChecklistItem> Items)
{
    public bool Complete => !Blocking.Any();

    /// <summary>What stands between this file and "Lengkap".</summary>
    public IEnumerable<ChecklistItem> Blocking =>
        Items.Where(i => i.Requirement.Need != RequirementNeed.IfAny && i.State is ChecklistState.Missing or ChecklistState.Expired);

    /// <param name="requirements">Those that apply, as <see cref="ICatalogue.RequirementsFor"/> gives them.</param>
    public static Checklist Of(
        IEnumerable<Requirement> requirements, IReadOnlyDictionary<string, DocumentKind> kinds,
        IReadOnlyCollection<HeldDocument> held, DateOnly day)
    {
        var asked = requirements.Select(r => new ChecklistItem(r, kinds[r.Document], StateOf(r, kinds[r.Document], held, day))).ToList();
        var met = asked.Where(i => i.State == ChecklistState.Present && i.Requirement.Group is not null)
            .Select(i => i.Requirement.Group).ToHashSet();
        return new([.. asked.Select(i => i.State != ChecklistState.Present && i.Requirement.Group is { } group && met.Contains(group)
            ? i with { State = ChecklistState.CoveredByGroup } : i)]);
    }

    private static ChecklistState StateOf(Requirement asked, DocumentKind kind, IEnumerable<HeldDocument> held, DateOnly day)
    {
        var copies = held.Where(h => h.Code == asked.Document).ToList();
        if (copies.Any(h => !kind.HasExpired(h.Issued, day))) return ChecklistState.Present;
        if (copies.Count > 0) return ChecklistState.Expired;
        return asked.Need == RequirementNeed.IfAny ? ChecklistState.Optional : ChecklistState.Missing;
    }
}
