using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits;

/// <summary>Everything answered so far on one visit, under its own version of the form.</summary>
internal sealed record VisitAnswers(
    AssessmentForm Form, IReadOnlyDictionary<string, string[]> Given, IReadOnlyDictionary<string, VisitGroup> Groups, IReadOnlyList<VisitPhoto> Photos, AssessmentResult Result)
{
    /// <summary>Groups that have something to ask, in order.</summary>
    public IReadOnlyList<QuestionGroup> Visible { get; } = [.. Form.Groups.Where(g => g.Questions.Any(q => Result.Visible.Contains(q.Code)))];

    public IEnumerable<Question> Shown(QuestionGroup group) => group.Questions.Where(q => Result.Visible.Contains(q.Code));

    public IReadOnlyList<string> Of(string question) => Given.GetValueOrDefault(question) ?? [];

    /// <summary>Changes when any group was saved again.</summary>
    public string Stamp => string.Join('.', Form.Groups.Select(g => Groups.GetValueOrDefault(g.Code)?.Version ?? 0)) + $".{Photos.Count}.{Photos.LastOrDefault()?.Id.Value:N}";

    /// <summary>The answer as people read it.</summary>
    public static string Words(Question question, IEnumerable<string> values) =>
        string.Join(", ", values.Select(v => question.Options.FirstOrDefault(o => o.Code == v)?.Text.ToString() ?? (question.Unit is null ? v : $"{v} {question.Unit}")));
}

internal sealed class VisitReading(AppDb db, ICatalogue catalogue, FieldCipher cipher)
{
    private static readonly Func<AppDb, CaseId, CancellationToken, Task<LastVisit?>> LastOf = EF.CompileAsyncQuery((AppDb db, CaseId id, CancellationToken stop) =>
        db.Set<HomeVisit>().AsNoTracking().Where(v => v.CaseId == id && v.State == VisitState.Done).OrderByDescending(v => v.Id).Select(v => new LastVisit(
            v, db.Set<VisitGroup>().Where(g => g.VisitId == v.Id).ToList(),
            db.Set<VisitPhoto>().Where(p => p.VisitId == v.Id && p.RemovedAt == null).OrderBy(p => p.Id).ToList())).FirstOrDefault());

    public async Task<VisitAnswers> Of(HomeVisit visit, CancellationToken stop)
    {
        var groups = await db.Set<VisitGroup>().AsNoTracking().Where(g => g.VisitId == visit.Id).ToListAsync(stop);
        var photos = await db.Set<VisitPhoto>().AsNoTracking().Where(p => p.VisitId == visit.Id && p.RemovedAt == null).OrderBy(p => p.Id).ToListAsync(stop);
        return Of(visit, groups, photos);
    }

    /// <summary>The last visit that was made, with its answers: one question to the database.</summary>
    public async Task<(HomeVisit Visit, VisitAnswers Answers)?> LastMade(CaseId id, CancellationToken stop)
    {
        var found = await LastOf(db, id, stop);
        return found is null ? null : (found.Visit, Of(found.Visit, found.Groups, found.Photos));
    }

    private VisitAnswers Of(HomeVisit visit, IReadOnlyList<VisitGroup> groups, IReadOnlyList<VisitPhoto> photos)
    {
        var form = catalogue.AssessmentForm(visit.FormVersion) ?? throw new InvalidOperationException($"Form {visit.FormVersion} is gone.");
        var given = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (code, values) in groups.SelectMany(Open)) given[code] = values;
        foreach (var photo in photos.GroupBy(p => p.Question)) given[photo.Key] = [.. photo.Select(p => p.FileId.Value.ToString("N") + p.Id.Value.ToString("N"))];
        return new(form, given, groups.ToDictionary(g => g.Code, StringComparer.Ordinal), photos, AssessmentAnswers.Check(form, given));
    }

    public Dictionary<string, string[]> Open(VisitGroup group) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(cipher.OpenBytes(group.SealedAnswers, VisitGroup.AnswersColumn, group.Id.Value))!;

    public byte[] Seal(Dictionary<string, string[]> answers, VisitGroupId id) =>
        cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(answers), VisitGroup.AnswersColumn, id.Value);

    private sealed record LastVisit(HomeVisit Visit, List<VisitGroup> Groups, List<VisitPhoto> Photos);
}
