using Layar.Cases.Completeness;
using Layar.Cases.Visits;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>Cases, papers, answers and visits in the copy that a person may ask for; cases that the officer may not see are left out.</summary>
internal sealed class CasesInCopy(AppDb db, CaseVisibility visibility, AskedQuestions questions, VisitReading visits, Visits.RecordVisit.RecordVisit record, ICatalogue catalogue, CaseWords words) : IPersonCopyPart
{
    public int Order => 10;

    public async Task Fill(PersonCopy copy, StaffMember viewer, CancellationToken stop)
    {
        var ids = copy.Persons.Select(p => (PersonId?)p).ToList();
        var files = await visibility.Filter(db.Set<CaseFile>().AsNoTracking().Where(c => ids.Contains(c.PersonId)), viewer).OrderBy(c => c.ReceivedAt).ToListAsync(stop);
        foreach (var file in files)
        {
            copy.Concerns("case", file.Id.Value, file.Number);
            copy.Add(words.Text("cases.copy.case", file.Number), Face(file));
            copy.Add(words.Text("cases.copy.papers", file.Number), await Papers(copy, file, stop));
            copy.Add(words.Text("cases.copy.questions", file.Number), await Questions(file, stop));
            copy.Add(words.Text("cases.copy.visit", file.Number), await Visit(copy, file, stop));
        }
    }

    private List<CopyLine> Face(CaseFile file)
    {
        (string Label, string? Value)[] lines =
        [
            ("title", file.Title), ("excerpt", file.Excerpt), ("step", words.Step(file.Step)), ("received", Wita.Full(file.ReceivedAt)), ("closed", file.ClosedAt is { } closed ? Wita.Full(closed) : null),
            ("service", words.Service(file.Service)), ("programme", words.Programme(file.Programme)), ("ppks", words.Ppks(file.Ppks)), ("agency", words.Agency(file.Agency)),
            ("area", file.Area is null ? null : words.Area(file.Area)), ("reason", file.ReasonText ?? words.Reason(file.ReasonCode)),
        ];
        return [.. lines.Where(l => l.Value is not null).Select(l => new CopyLine(words.Text($"cases.copy.{l.Label}"), l.Value!))];
    }

    private async Task<List<CopyLine>> Papers(PersonCopy copy, CaseFile file, CancellationToken stop)
    {
        var papers = await db.Set<CaseDocument>().AsNoTracking().Where(d => d.CaseId == file.Id).OrderBy(d => d.Code).ToListAsync(stop);
        foreach (var paper in papers) if (paper.FileId is { } copied) copy.Concerns("photo", copied.Value, $"{file.Number} · {Name(paper.Code)}");
        return [.. papers.Select(d => new CopyLine(Name(d.Code), words.Text($"cases.copy.paper.{d.State}"), $"{d.ChangedBy}, {Wita.Full(d.ChangedAt)}"))];
    }

    private string Name(string document) => catalogue.Documents.TryGetValue(document, out var kind) ? kind.Name.ToString() : document;

    private async Task<List<CopyLine>> Questions(CaseFile file, CancellationToken stop) =>
        [.. (await questions.For(file.Id, stop)).Select(q => new CopyLine(q.Text, q.Answer ?? (q.AnsweredAt is null ? "–" : words.Text("cases.copy.photo")), q.AnsweredAt is { } at ? Wita.Full(at) : null))];

    private async Task<List<CopyLine>> Visit(PersonCopy copy, CaseFile file, CancellationToken stop)
    {
        if (await visits.LastMade(file.Id, stop) is not var (visit, answers)) return [];
        foreach (var photo in answers.Photos) copy.Concerns("photo", photo.FileId.Value, $"{file.Number} · {words.Text("cases.copy.photo")}");
        var lines = new List<CopyLine> { new(words.Text("cases.copy.visitor"), $"{visit.VisitorName}, {Wita.Full(visit.EndedAt ?? visit.StartsAt)}") };
        if (record.Report(visit) is { } report) lines.Add(new CopyLine(words.Text("cases.copy.report"), report));
        lines.AddRange(answers.Visible.SelectMany(answers.Shown).Where(q => q.Type != QuestionType.Photo)
            .Select(q => new CopyLine(q.Text.ToString(), VisitAnswers.Words(q, answers.Of(q.Code)))).Where(l => l.Value.Length > 0));
        return lines;
    }
}
