using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Verval;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Verval;

/// <summary>A cycle that was open when the page was read and is closed when the button is pressed.</summary>
[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class ClosedMeanwhileTests(PeopleServer server)
{
    private static readonly byte[] Scan = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task Nothing_is_proposed_or_decided_in_a_cycle_that_was_closed_meanwhile()
    {
        var verval = await server.Verval(1, first: 4900);
        var known = await server.Person(new PersonFacts { Name = "Belum Diusulkan", Nik = InventedRelease.Nik(4989), Area = VervalBuilder.Village });
        var desk = await server.Member(Roles.VillageDesk);
        var cycle = await Cycle(verval.Cycle);
        Assert.True(cycle.Open);
        var person = await server.Within(s => s.GetRequiredService<AppDb>().Set<Person>().AsNoTracking().SingleAsync(p => p.Id == known));
        Assert.Null(await Propose(cycle, person, ProposalKind.Add, desk));
        var drafted = await server.Within(s => s.GetRequiredService<AppDb>().Set<VervalProposal>().SingleAsync(p => p.CycleId == cycle.Id && p.PersonId == known));
        var planner = await server.Member(Roles.Planner);
        Assert.True(await server.Within(async s => (await s.GetRequiredService<CloseCycle>().Do(cycle.Id, cycle.Version, planner.As(VervalRoles.Openers), CancellationToken.None)).IsDone));
        Assert.Equal("people.verval.refused.closed", await Propose(cycle, person, ProposalKind.Correct, desk));
        Assert.Equal("people.verval.refused.closed", await Decide(cycle, drafted, desk));
        Assert.Equal(ProposalState.Drafted, await server.Within(s => s.GetRequiredService<AppDb>().Set<VervalProposal>().Where(p => p.Id == drafted.Id).Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task Who_closes_waits_for_what_is_being_written_and_what_comes_after_is_refused()
    {
        var verval = await server.Verval(1, first: 4950);
        var cycle = await Cycle(verval.Cycle);
        var planner = await server.Member(Roles.Planner);
        Task<bool>? closing = null;
        var open = await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var during = false;
            await s.GetRequiredService<Change>().Run(async () =>
            {
                await db.HoldCycle(cycle.Id, CancellationToken.None);
                closing = Task.Run(() => server.Within(async other => (await other.GetRequiredService<CloseCycle>().Do(cycle.Id, cycle.Version, planner.As(VervalRoles.Openers), CancellationToken.None)).IsDone));
                await Task.WhenAny(closing, Task.Delay(700));
                during = (await db.Set<VervalCycle>().AsNoTracking().SingleAsync(c => c.Id == cycle.Id)).Open;
                return Kernel.Outcomes.Outcome.Success;
            }, CancellationToken.None);
            return during;
        });
        Assert.True(open);
        Assert.True(await closing!);
        Assert.False((await Cycle(verval.Cycle)).Open);
    }

    private Task<string?> Propose(VervalCycle cycle, Person person, ProposalKind kind, StaffMember desk) => server.Within(async s =>
    {
        var input = new ProposalInput { Kind = kind, Reason = "Rumah tidak layak", Evidence = "foto-rumah", Fields = ["address"] };
        return (await s.GetRequiredService<DraftProposal>().Do(new DraftProposalCommand(cycle, VervalBuilder.Village, person, null, input, null), desk, CancellationToken.None)).Refusal?.Code;
    });

    private Task<string?> Decide(VervalCycle cycle, VervalProposal proposal, StaffMember desk) => server.Within(async s =>
    {
        var input = new MusdesInput { HeldOn = cycle.Starts, MinutesNumber = "BA/9/2026", Decisions = [new MusdesDecision { Id = proposal.Id.Value, Verdict = "setuju" }] };
        var scan = new FormFile(new MemoryStream(Scan), 0, Scan.Length, "Scan", "ba.pdf") { Headers = new HeaderDictionary(), ContentType = "application/pdf" };
        return (await s.GetRequiredService<RecordMusdes>().Do(cycle, VervalBuilder.Village, input, scan, desk, CancellationToken.None)).Refusal?.Code;
    });

    private Task<VervalCycle> Cycle(Guid id) => server.Within(s => s.GetRequiredService<AppDb>().Set<VervalCycle>().AsNoTracking().SingleAsync(c => c.Id == new VervalCycleId(id)));
}
