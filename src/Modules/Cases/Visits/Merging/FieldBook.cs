using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.Merging;

/// <summary>Who gives an answer, with what, and when.</summary>
internal sealed record Hand(StaffMember Member, DateTime Now, Guid? Device = null);

/// <summary>All answers of one visit with their versions and history, for one change.</summary>
internal sealed class FieldBook(AppDb db, VisitReading reading, FieldCipher cipher, HomeVisit visit, AssessmentForm form, List<VisitGroup> groups, List<FieldChange> changes)
{
    private readonly Dictionary<string, Dictionary<string, string[]>> answers = groups.ToDictionary(g => g.Code, reading.Open, StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldChange> Changes => changes;

    public int OpenConflicts => changes.Count(c => c.State == ChangeState.Conflict);

    /// <summary>What the form asks to be answered in words.</summary>
    public IEnumerable<Question> Questions => form.Questions.Where(q => q.Type != QuestionType.Photo);

    /// <summary>Null when the form has no such question to be answered in words.</summary>
    public Question? Question(string code) => Questions.FirstOrDefault(q => q.Code == code);

    public FieldChange? Find(Guid id) => changes.FirstOrDefault(c => c.Id.Value == id);

    public int Version(string question) => Last(question)?.Version ?? 0;

    public FieldChange? Last(string question) => changes.Where(c => c.Question == question && c.Version is not null).MaxBy(c => c.Version);

    public string[] Stored(string question) => answers.GetValueOrDefault(GroupOf(question))?.GetValueOrDefault(question) ?? [];

    /// <summary>What a group holds and its version; 0 when nobody has answered in it. What is judged by it is what <see cref="Close"/> writes over.</summary>
    public (int Version, IReadOnlyDictionary<string, string[]> Answers) Group(string code) =>
        (groups.FirstOrDefault(g => g.Code == code)?.Version ?? 0, answers.GetValueOrDefault(code) ?? []);

    /// <summary>What counted at a version; nothing when that is not known.</summary>
    public string[] ValueAt(string question, int version)
    {
        if (version == 0) return changes.FirstOrDefault(c => c.Question == question && c.Version == 1) is { } first ? Values(first).Over : Stored(question);
        return changes.FirstOrDefault(c => c.Question == question && c.Version == version) is { } then ? Values(then).Given : [];
    }

    public ChangedValues Values(FieldChange change) =>
        JsonSerializer.Deserialize<ChangedValues>(cipher.OpenBytes(change.SealedValues, FieldChange.ValuesColumn, change.Id.Value))!;

    public FieldChange Write(Guid id, string question, string[] given, int seen, ChangeState state, Hand hand, DateTime? said = null, Guid? undoes = null)
    {
        var applied = state == ChangeState.Applied;
        var change = new FieldChange
        {
            Id = new(id), VisitId = visit.Id, Question = question, State = state, Base = seen, Version = applied ? Version(question) + 1 : null,
            SealedValues = Seal(id, new(given, Stored(question))), StaffId = hand.Member.Id.Value, StaffName = hand.Member.Name, DeviceId = hand.Device,
            SaidAt = said, At = hand.Now, UndoesId = undoes,
        };
        db.Add(change);
        changes.Add(change);
        if (applied) Put(question, given);
        return change;
    }

    /// <summary>A conflict decided for the one who wrote it.</summary>
    public void Accept(FieldChange change, Hand hand)
    {
        var given = Values(change).Given;
        change.SealedValues = Seal(change.Id.Value, new(given, Stored(change.Question)));
        (change.Version, change.State) = (Version(change.Question) + 1, ChangeState.Applied);
        (change.SettledBy, change.SettledAt) = (hand.Member.Name, hand.Now);
        Put(change.Question, given);
    }

    /// <summary>Writes the groups that were changed; each once.</summary>
    public void Close(Hand hand)
    {
        foreach (var code in touched)
        {
            if (groups.FirstOrDefault(g => g.Code == code) is { } group)
            {
                (group.SealedAnswers, group.SavedAt, group.SavedBy) = (reading.Seal(answers[code], group.Id), hand.Now, hand.Member.Name);
                group.Version++;
                continue;
            }
            var id = new VisitGroupId(Guid.CreateVersion7(hand.Now));
            db.Add(new VisitGroup { Id = id, VisitId = visit.Id, Code = code, SealedAnswers = reading.Seal(answers[code], id), SavedAt = hand.Now, SavedBy = hand.Member.Name, Version = 1 });
        }
    }

    private void Put(string question, string[] given)
    {
        var code = GroupOf(question);
        if (!answers.TryGetValue(code, out var group)) answers[code] = group = [];
        group[question] = given;
        touched.Add(code);
    }

    private string GroupOf(string question) => form.Groups.First(g => g.Questions.Any(q => q.Code == question)).Code;

    private byte[] Seal(Guid id, ChangedValues values) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(values), FieldChange.ValuesColumn, id);
}

internal sealed class FieldBooks(AppDb db, VisitReading reading, FieldCipher cipher, ICatalogue catalogue)
{
    /// <summary>For change, inside a <see cref="Change"/>.</summary>
    public async Task<FieldBook> Open(HomeVisit visit, CancellationToken stop)
    {
        var groups = await db.Set<VisitGroup>().Where(g => g.VisitId == visit.Id).ToListAsync(stop);
        var changes = await db.Set<FieldChange>().Where(c => c.VisitId == visit.Id).OrderBy(c => c.At).ThenBy(c => c.Version).ToListAsync(stop);
        return new(db, reading, cipher, visit, catalogue.AssessmentForm(visit.FormVersion)!, groups, changes);
    }

    /// <summary>Questions of one visit whose answers wait for a decision, in the words of the form.</summary>
    public async Task<IReadOnlyList<string>> Waiting(IQueryable<HomeVisit> visit, CancellationToken stop)
    {
        var waiting = await (from v in visit join c in db.Set<FieldChange>() on v.Id equals c.VisitId where c.State == ChangeState.Conflict orderby c.At select new { v.FormVersion, c.Question }).ToListAsync(stop);
        return [.. waiting.Select(w => catalogue.AssessmentForm(w.FormVersion)?.Questions.FirstOrDefault(q => q.Code == w.Question)?.Text.ToString() ?? w.Question).Distinct()];
    }

    public Task<int> OpenConflicts(HomeVisitId visit, CancellationToken stop) =>
        db.Set<FieldChange>().CountAsync(c => c.VisitId == visit && c.State == ChangeState.Conflict, stop);
}
