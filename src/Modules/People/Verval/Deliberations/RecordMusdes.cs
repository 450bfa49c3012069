using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>What a deliberation said to one proposal.</summary>
internal sealed class MusdesDecision
{
    public Guid Id { get; set; }

    /// <summary><c>setuju</c>, <c>tolak</c>; anything else: not spoken of.</summary>
    public string? Verdict { get; set; }
    public string? Answer { get; set; }

    public bool Decided => Verdict is "setuju" or "tolak";

    /// <summary>What is wrong with the answer; a refusal needs its reason.</summary>
    public string? Fault =>
        Answer?.Length > ProposalInput.LongestReason ? "people.refused.long" : Verdict == "tolak" && string.IsNullOrWhiteSpace(Answer) ? "people.refused.reason" : null;
}

/// <summary>What an officer writes down of a deliberation.</summary>
internal sealed class MusdesInput
{
    public DateOnly? HeldOn { get; set; }
    public string? MinutesNumber { get; set; }
    public List<MusdesDecision> Decisions { get; set; } = [];
}

/// <summary>Records a village's deliberation with its minutes, and what it decided of each proposal.</summary>
internal sealed class RecordMusdes(AppDb db, Change change, IFileStore store, ActRecorder acts, TimeProvider clock)
{
    private static readonly Refusal NoScan = new("people.verval.refused.scan", "Scan");

    public async Task<Outcome<MusdesId>> Do(VervalCycle cycle, string village, MusdesInput input, IFormFile? scan, StaffMember member, CancellationToken stop)
    {
        var read = await EvidenceFile.Read(scan, "Scan", stop);
        if (Refusal.Of(Fault(cycle, input), read.Refusal, scan is { Length: > 0 } ? null : NoScan) is { } fault) return fault;
        if (!read.TryGet(out var sent, out var why)) return why;
        if (await store.Keep(sent, "berita-acara-musdes", stop) is not { } stored) return NoScan;
        return await change.Run(() => Within(cycle, village, input, stored, member, stop), stop);
    }

    private Refusal? Fault(VervalCycle cycle, MusdesInput input)
    {
        if (!cycle.Open) return new Refusal("people.verval.refused.closed");
        var held = input.HeldOn is { } day && day <= Wita.Day(clock.GetUtcNow().UtcDateTime) && day >= cycle.Starts;
        return Refusal.Of([
            held ? null : new("people.verval.refused.checked-on", nameof(input.HeldOn), Wita.Date(cycle.Starts)),
            input.MinutesNumber?.Trim().Length is >= 1 and <= 80 ? null : new("people.verval.refused.minutes", nameof(input.MinutesNumber)),
            input.Decisions.Any(d => d.Decided) ? null : new("people.verval.refused.undecided"),
            .. input.Decisions.Select((decision, i) => decision.Fault is { } code ? new Refusal(code, $"Decisions[{i}].Answer") : null),
        ]);
    }

    private async Task<Outcome<MusdesId>> Within(VervalCycle cycle, string village, MusdesInput input, StoredFile stored, StaffMember member, CancellationToken stop)
    {
        if (!(await db.HoldCycle(cycle.Id, stop)).Open) return new Refusal("people.verval.refused.closed");
        var now = clock.GetUtcNow().UtcDateTime;
        var musdes = new Musdes
        {
            Id = new MusdesId(Guid.CreateVersion7(now)), CycleId = cycle.Id, Village = village, HeldOn = input.HeldOn!.Value, MinutesNumber = input.MinutesNumber!.Trim(), FileId = stored.Id,
            RecordedById = member.Id.Value, RecordedBy = member.Name, RecordedAt = now,
        };
        db.Add(stored);
        db.Add(musdes);
        var said = input.Decisions.Where(d => d.Decided).DistinctBy(d => d.Id).ToDictionary(d => new VervalProposalId(d.Id));
        var ids = said.Keys.ToList();
        var proposals = await db.Set<VervalProposal>().Where(p => ids.Contains(p.Id) && p.CycleId == cycle.Id && p.Village == village && p.State == ProposalState.Drafted).ToListAsync(stop);
        if (proposals.Count != said.Count) return new Refusal(Change.ChangedMeanwhile);
        foreach (var proposal in proposals)
        {
            var decision = said[proposal.Id];
            (proposal.State, proposal.MusdesId, proposal.Answer) = (decision.Verdict == "setuju" ? ProposalState.Agreed : ProposalState.Refused, musdes.Id, string.IsNullOrWhiteSpace(decision.Answer) ? null : decision.Answer.Trim());
            proposal.Version++;
            await acts.Record(proposal.Id.Value, proposal.State == ProposalState.Agreed ? "VervalAgreed" : "VervalRefused", member.As(VervalRoles.Checkers), stop, proposal.Answer, touched: [musdes.Id.Value]);
        }
        await acts.Record(musdes.Id.Value, "MusdesRecorded", member.As(VervalRoles.Checkers), stop, after: new { village, on = musdes.HeldOn, minutes = musdes.MinutesNumber, decided = proposals.Count }, touched: [cycle.Id.Value]);
        return musdes.Id;
    }
}
