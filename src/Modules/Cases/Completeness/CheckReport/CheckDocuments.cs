using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;

namespace Layar.Cases.Completeness.CheckReport;

/// <summary>Keeps what the operator found: documents, circumstances and the facts of the person.</summary>
internal sealed class CheckDocuments(
    AppDb db, Change change, CaseAtHand hand, Checklists checklists, CasePhotos photos, IPersons persons, ICatalogue catalogue, FieldCipher cipher, TimeProvider time)
{
    private static readonly string[] May = [Roles.Operator];

    public static bool Allowed(CaseStep step, StaffMember member) => step == CaseStep.Completeness && member.HasAny(May);

    /// <returns>version of the case after it</returns>
    public Task<Outcome<int>> Handle(Checking wanted, StaffMember member, CancellationToken stop) => change.Run<int>(async () =>
    {
        if (!(await hand.Take(wanted.Number, member, wanted.CaseVersion, stop)).TryGet(out var file, out var refusal)) return refusal;
        if (!member.HasAny(May)) return new Refusal("cases.refused.role");
        if (file.Step != CaseStep.Completeness) return new Refusal("cases.refused.step");
        if (Missing(wanted.Documents) is { } missing) return missing;
        var corrected = await Correct(file, wanted, member, stop);
        if (corrected.Refusal is { } wrong) return wrong;
        var changed = await Keep(file, wanted, member, stop);
        if (!changed.TryGet(out var codes, out refusal)) return refusal;
        if (await Tick(file, wanted.Circumstances, stop)) codes.Add("circumstances");
        if (codes.Count > 0) await hand.Mark(file, "DocumentsChecked", member.As(May), new { changed = codes }, stop);
        return file.Version;
    }, stop);

    private static Refusal? Missing(IReadOnlyDictionary<string, DocumentInput> documents) =>
        documents.Where(d => d.Value.State == "tidak" && string.IsNullOrWhiteSpace(d.Value.Reason))
            .Select(d => new Refusal("completeness.waived.reason", $"Documents[{d.Key}].Reason")).FirstOrDefault();

    private async Task<Outcome> Correct(CaseFile file, Checking wanted, StaffMember member, CancellationToken stop)
    {
        var card = file.PersonId is { } id ? await persons.Find(id, stop) : null;
        var before = card?.Facts ?? new PersonFacts();
        if (!wanted.Person.Over(before).TryGet(out var after, out var refusal)) return refusal;
        if (file.Area is null && after.Area is not null) (file.Area, file.District) = (after.Area, CaseOpening.DistrictOf(after.Area));
        if (after == before) return Outcome.Success;
        if (card is not null) return await persons.Correct(card.Id, after, wanted.PersonVersion ?? card.Version, member.As(May), stop);
        var fresh = PersonId.From(Guid.CreateVersion7());
        db.Add(persons.NewRow(fresh, after, time.GetUtcNow().UtcDateTime, restricted: file.Secret));
        file.PersonId = fresh;
        await hand.Mark(file, "PersonNamed", member.As(May), new { }, stop, [fresh.Value]);
        return Outcome.Success;
    }

    private async Task<Outcome<List<string>>> Keep(CaseFile file, Checking wanted, StaffMember member, CancellationToken stop)
    {
        var found = await checklists.Documents(file, stop);
        var there = wanted.Documents.Values.Any(d => d.Photo is not null) ? (await photos.Of(file, member, stop)).Select(p => p.FileId).ToHashSet() : [];
        var changed = new List<string>();
        foreach (var (code, input) in wanted.Documents.Where(d => catalogue.Documents.ContainsKey(d.Key)))
        {
            if (input.Photo is { } photo && !there.Contains(new StoredFileId(photo))) return new Refusal("completeness.photo.gone", $"Documents[{code}].Photo");
            var row = found.GetValueOrDefault(code);
            if (row is null && input.State is not ("ada" or "tidak") && input.Photo is null && !wanted.Files.ContainsKey(code)) continue;
            if (row is null) db.Add(row = New(file, code, member.Name));
            if (Write(row, input, wanted.Files.GetValueOrDefault(code))) changed.Add(code);
            (row.ChangedAt, row.ChangedBy) = (time.GetUtcNow().UtcDateTime, member.Name);
        }
        return changed;
    }

    private bool Write(CaseDocument row, DocumentInput input, StoredFile? file)
    {
        var before = (row.State, row.Issued, row.FileId, Reason(row));
        if (file is not null) db.Add(file);
        row.FileId = file?.Id ?? (input.Photo is { } photo ? new StoredFileId(photo) : row.FileId);
        var arrived = file is not null || input.Photo is not null;
        row.State = arrived ? DocumentState.Present : input.State switch { "ada" => DocumentState.Present, "tidak" => DocumentState.Waived, _ => DocumentState.Missing };
        row.Issued = input.Issued;
        var reason = row.State == DocumentState.Waived ? input.Reason?.Trim() : null;
        if (reason != before.Item4) row.SealedReason = cipher.Seal(reason, CaseDocument.ReasonColumn, row.Id.Value);
        return before != (row.State, row.Issued, row.FileId, reason);
    }

    private string? Reason(CaseDocument row) => cipher.Open(row.SealedReason, CaseDocument.ReasonColumn, row.Id.Value);

    private CaseDocument New(CaseFile file, string code, string by) => new()
    {
        Id = new CaseDocumentId(Guid.CreateVersion7()), CaseId = file.Id, Code = code, State = DocumentState.Missing,
        ChangedAt = time.GetUtcNow().UtcDateTime, ChangedBy = by,
    };

    private async Task<bool> Tick(CaseFile file, Circumstances wanted, CancellationToken stop)
    {
        var row = await db.Set<CaseCircumstances>().FindAsync([file.Id], stop);
        if ((row?.Known ?? Circumstances.None) == wanted) return false;
        if (row is null) db.Add(new CaseCircumstances { CaseId = file.Id, Known = wanted });
        else row.Known = wanted;
        return true;
    }
}
