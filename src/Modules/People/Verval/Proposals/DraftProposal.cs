using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Lists;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>What an officer says of a proposal.</summary>
internal sealed class ProposalInput
{
    public const int LongestReason = 500;

    public ProposalKind? Kind { get; set; }
    public string? Reason { get; set; }
    public string? Evidence { get; set; }

    /// <summary>Fields to correct.</summary>
    public List<string> Fields { get; set; } = [];
}

/// <param name="Row">the row of the release; null: looked for by the person's NIK</param>
internal sealed record DraftProposalCommand(VervalCycle Cycle, string Village, Person Person, RegistryRowId? Row, ProposalInput Input, IFormFile? File);

/// <summary>Drafts what a village asks the register to change. An objection needs a picture; everything else a word of what proves it.</summary>
internal sealed class DraftProposal(AppDb db, Change change, IFileStore store, ActRecorder acts, TimeProvider clock)
{
    public static IReadOnlyList<ListedWord> EvidenceList { get; } = DataFile.Entries<ListedWord>("verval-evidence");

    public async Task<Outcome<VervalProposalId>> Do(DraftProposalCommand command, StaffMember member, CancellationToken stop)
    {
        if (Fault(command) is { } fault) return fault;
        if (!(await EvidenceFile.Read(command.File, "File", stop)).TryGet(out var sent, out var why)) return why;
        var stored = await store.Keep(sent, "bukti-usulan", stop);
        return await change.Run(() => Within(command, stored, member, stop), stop);
    }

    private static Refusal? Fault(DraftProposalCommand command) => command.Cycle.Open ? Refusal.Of(Faults(command)) : new Refusal("people.verval.refused.closed");

    private static IEnumerable<Refusal> Faults(DraftProposalCommand command)
    {
        var input = command.Input;
        if (input.Kind is not { } named || !Enum.IsDefined(named)) yield return new Refusal("people.refused.choose", nameof(input.Kind));
        if (input.Kind == ProposalKind.Correct && !input.Fields.Any(f => RecordPerson.Fields.Contains(f))) yield return new Refusal("people.verval.refused.fields", nameof(input.Fields));
        if (string.IsNullOrWhiteSpace(input.Reason)) yield return new Refusal("people.refused.reason", nameof(input.Reason));
        if (input.Reason?.Length > ProposalInput.LongestReason) yield return new Refusal("people.refused.long", nameof(input.Reason));
        if (EvidenceList.All(e => e.Code != input.Evidence)) yield return new Refusal("people.verval.refused.evidence", nameof(input.Evidence));
        if (input.Kind == ProposalKind.Object && command.File is not { Length: > 0 }) yield return new Refusal("people.verval.refused.picture", "File");
    }

    private async Task<Outcome<VervalProposalId>> Within(DraftProposalCommand command, StoredFile? stored, StaffMember member, CancellationToken stop)
    {
        var (cycle, input, kind) = (command.Cycle, command.Input, command.Input.Kind!.Value);
        var person = command.Person.Id;
        if (!(await db.HoldCycle(cycle.Id, stop)).Open) return new Refusal("people.verval.refused.closed");
        await db.TakeTurn($"verval.proposal:{cycle.Id.Value}:{person.Value}", stop);
        if (await db.Set<VervalProposal>().AnyAsync(p => p.CycleId == cycle.Id && p.PersonId == person && p.Kind == kind && p.State != ProposalState.Refused && p.State != ProposalState.Declined, stop))
            return new Refusal("people.verval.refused.again");
        var row = command.Row ?? await InRelease(cycle, command.Person, stop);
        if (kind == ProposalKind.Add && row is not null) return new Refusal("people.verval.refused.there", nameof(input.Kind), cycle.Source);
        if (kind != ProposalKind.Add && row is null) return new Refusal("people.verval.refused.not-there", nameof(input.Kind), cycle.Source);
        var now = clock.GetUtcNow().UtcDateTime;
        var proposal = new VervalProposal
        {
            Id = new VervalProposalId(Guid.CreateVersion7(now)), CycleId = cycle.Id, Village = command.Village, Kind = kind, PersonId = person, RowId = row, State = ProposalState.Drafted,
            Fields = kind == ProposalKind.Correct ? string.Join(',', RecordPerson.Fields.Intersect(input.Fields)) : null, Reason = input.Reason!.Trim(), Evidence = input.Evidence!, FileId = stored?.Id,
            DraftedById = member.Id.Value, DraftedBy = member.Name, DraftedAt = now, Version = 1,
        };
        if (stored is not null) db.Add(stored);
        db.Add(proposal);
        await acts.Record(proposal.Id.Value, "VervalProposed", member.As(VervalRoles.Checkers), stop, after: new { kind = kind.ToString(), fields = proposal.Fields, evidence = proposal.Evidence }, touched: [cycle.Id.Value, person.Value]);
        return proposal.Id;
    }

    private async Task<RegistryRowId?> InRelease(VervalCycle cycle, Person person, CancellationToken stop)
    {
        if (person.NikIndex is not { } index) return null;
        var import = cycle.ImportId;
        return await db.Set<RegistryPersonRow>().Where(r => r.NikIndex == index && r.ImportId == import).Select(r => (RegistryRowId?)r.Id).FirstOrDefaultAsync(stop);
    }
}
