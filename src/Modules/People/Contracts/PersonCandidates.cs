using Layar.Identity.Contracts;

namespace Layar.People.Contracts;

/// <summary>Somebody who may be meant by what was typed.</summary>
/// <param name="Name">as shown; of somebody without a name, the provisional code</param>
/// <param name="About">age and sex in words</param>
/// <param name="Place">village and kecamatan, null when unknown</param>
/// <param name="Nik">masked</param>
public sealed record PersonCandidate(PersonId Id, string Name, string About, string? Place, string? Nik);

/// <param name="Reading">the index is still being filled: somebody may be missing</param>
public sealed record CandidatesFound(IReadOnlyList<PersonCandidate> Candidates, bool Reading);

/// <summary>Persons while an officer types a name, a birthday or a NIK; only those the officer may see.</summary>
public interface IPersonCandidates
{
    /// <summary>Begins to read the persons in, if nobody has asked yet; for pages on which somebody will type.</summary>
    void Prepare();

    /// <param name="purpose">why a number is searched; without it digits of a NIK find nobody</param>
    Task<CandidatesFound> Find(string? typed, string? purpose, StaffMember member, CancellationToken stop);

    /// <summary>One person by id; null when there is none or it is not this officer's to see.</summary>
    Task<PersonCandidate?> One(PersonId id, StaffMember member, CancellationToken stop);

    /// <summary>Whether so much of a number was typed that a purpose is needed.</summary>
    bool NeedsPurpose(string? typed);
}
