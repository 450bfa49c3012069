using Layar.Catalogue.Contracts;

namespace Layar.Cases.Contracts;

/// <summary>A case with what rules may know of its person; nothing that names anybody.</summary>
/// <param name="Programme">code of what was granted; null when nothing was</param>
/// <param name="Person">traces of person, visit, answers and the case itself</param>
/// <param name="Household">of each other known member of the household</param>
public sealed record KnownCase(CaseId Id, string? Area, string? Programme, IReadOnlyList<Trace> Person, IReadOnlyList<IReadOnlyList<Trace>> Household);

/// <summary>Reading cases for trying a rule out. Secret and merged cases are not among them, and sensitive types are nowhere.</summary>
public interface ICaseKnowledge
{
    Task<int> Count(DateOnly from, DateOnly to, CancellationToken stop);

    /// <summary>Cases received from the first day to the last, both included (WITA), oldest first, one after another.</summary>
    IAsyncEnumerable<KnownCase> Received(DateOnly from, DateOnly to, CancellationToken stop);

    /// <summary>Numbers of those of the cases that the officer may see.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Numbers(IReadOnlyList<Guid> cases, Identity.Contracts.StaffMember viewer, CancellationToken stop);
}
