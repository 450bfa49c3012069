using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <param name="Name">the person's; of somebody whom this officer may not see, a word for that</param>
internal sealed record ListedProposal(VervalProposal Proposal, string Name, Person? Person);

/// <summary>Proposals with the persons they are about, as far as the officer may see them.</summary>
internal sealed class ProposalReading(AppDb db, PersonWords words)
{
    public async Task<IReadOnlyList<ListedProposal>> Read(IQueryable<VervalProposal> proposals, StaffMember member, CancellationToken stop)
    {
        var rows = await proposals.AsNoTracking().ToListAsync(stop);
        var ids = rows.Select(r => r.PersonId).Distinct().ToList();
        var persons = (await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop)).ToDictionary(p => p.Id);
        return [.. rows.Select(r => persons.GetValueOrDefault(r.PersonId) is { } person && (!person.Restricted || PersonAccess.SeesRestricted(member))
            ? new ListedProposal(r, words.Name(person), person) : new ListedProposal(r, words.Text("people.restricted"), null))];
    }
}

/// <summary>Words and colours of a proposal.</summary>
internal static class ProposalFace
{
    public static string Kind(ProposalKind kind) => $"people.verval.kind.{kind}";

    public static string State(ProposalState state) => $"people.verval.state.{state}";

    public static string Tone(ProposalState state) => state switch
    {
        ProposalState.Drafted => "grey",
        ProposalState.Agreed => "blue",
        ProposalState.Verified or ProposalState.Exported => "teal",
        _ => "red",
    };
}
