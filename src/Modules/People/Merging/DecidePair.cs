using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Merging;

/// <param name="Kept">as whom both go on; needed for Same</param>
/// <param name="Versions">versions of the two that the officer saw</param>
/// <param name="Odds">thousandths, as shown</param>
internal sealed record DecidePairCommand(PersonId One, PersonId Other, PairState State, PersonId? Kept, (int One, int Other) Versions, int Odds, string? Reason);

/// <summary>Same, not sure, or different: recorded with its reason. "Same" is a link; everything is read through it and nothing rewritten.</summary>
internal sealed class DecidePair(AppDb db, Change change, PersonLinks links, PersonNews news, OutboxWriter outbox, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome> Do(DecidePairCommand command, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(() => Within(command, member, stop), stop);
        if (!outcome.IsDone) return outcome;
        await news.Tell(command.One, stop);
        await news.Tell(command.Other, stop);
        return outcome;
    }

    private async Task<Outcome> Within(DecidePairCommand command, StaffMember member, CancellationToken stop)
    {
        if (command.State == PairState.Open) return new Refusal("people.refused.choose", "Decision");
        if (string.IsNullOrWhiteSpace(command.Reason)) return new Refusal("people.refused.reason", "Reason");
        if (command.State == PairState.Same && command.Kept != command.One && command.Kept != command.Other) return new Refusal("people.refused.choose", "Kept");
        var both = new[] { command.One, command.Other };
        var persons = await db.Set<Person>().Where(p => both.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        if (persons.Count < 2) return new Refusal("people.refused.gone");
        if (persons[command.One].Version != command.Versions.One || persons[command.Other].Version != command.Versions.Other || persons.Values.Any(p => p.MergedInto is not null))
            return new Refusal(Change.ChangedMeanwhile);
        var row = await Row(command, stop);
        (row.State, row.Kept, row.Reason) = (command.State, command.State == PairState.Same ? command.Kept : null, command.Reason.Trim());
        (row.DecidedAt, row.DecidedBy, row.Version) = (clock.GetUtcNow().UtcDateTime, member.Name, row.Version + 1);
        await links.Settle(both, stop);
        foreach (var one in both) await acts.Record(one.Value, Kind(command.State), member.As(PersonAccess.Mergers), stop, command.Reason.Trim(), touched: [one == command.One ? command.Other.Value : command.One.Value]);
        if (command.State == PairState.Same) outbox.Publish(new PersonsMerged((command.Kept == command.One ? command.Other : command.One).Value, command.Kept!.Value.Value));
        return Outcome.Success;
    }

    private async Task<PersonPair> Row(DecidePairCommand command, CancellationToken stop)
    {
        var (first, second) = PersonPair.Ordered(command.One, command.Other);
        if (await db.Set<PersonPair>().FirstOrDefaultAsync(p => p.First == first && p.Second == second, stop) is { } row) return row;
        var now = clock.GetUtcNow().UtcDateTime;
        row = new PersonPair { Id = new(Guid.CreateVersion7(now)), First = first, Second = second, State = PairState.Open, Odds = command.Odds, FoundAt = now, Version = 1 };
        db.Add(row);
        return row;
    }

    private static string Kind(PairState state) => state switch { PairState.Same => "PersonsMerged", PairState.Different => "PersonsKeptApart", _ => "PersonsToReview" };
}

/// <summary>Takes a merge back: both are persons of their own again, each with what came with it.</summary>
internal sealed class TakePersonsApart(AppDb db, Change change, PersonLinks links, PersonNews news, OutboxWriter outbox, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome> Do(PersonPairId id, string? reason, StaffMember member, CancellationToken stop)
    {
        PersonPair? row = null;
        var outcome = await change.Run(async () =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return new Refusal("people.refused.reason", "Reason");
            row = await db.Set<PersonPair>().FirstOrDefaultAsync(p => p.Id == id, stop);
            if (row is not { State: PairState.Same, Kept: { } kept }) return new Refusal("people.refused.gone");
            var both = new[] { row.First, row.Second };
            (row.State, row.Kept, row.Reason) = (PairState.Review, null, reason.Trim());
            (row.DecidedAt, row.DecidedBy, row.Version) = (clock.GetUtcNow().UtcDateTime, member.Name, row.Version + 1);
            await links.Settle(both, stop);
            foreach (var one in both) await acts.Record(one.Value, "PersonsTakenApart", member.As(PersonAccess.Mergers), stop, reason.Trim(), touched: [row.Other(one).Value]);
            outbox.Publish(new PersonsTakenApart(row.Other(kept).Value, kept.Value));
            return Outcome.Success;
        }, stop);
        if (!outcome.IsDone) return outcome;
        await news.Tell(row!.First, stop);
        await news.Tell(row.Second, stop);
        return outcome;
    }
}
