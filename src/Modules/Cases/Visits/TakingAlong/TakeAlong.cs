using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits.Merging;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>"Siapkan untuk dibawa": own visits of the day and those left over; in the afternoon those of tomorrow too.</summary>
internal sealed class TakeAlong(AppDb db, FieldBooks books, RecordVisit.RecordVisit record, IPersons persons, IAreas areas, ICatalogue catalogue, ReadLog log, TimeProvider time)
{
    public const int Most = 30;
    private const int Afternoon = 15;

    public async Task<CarriedDay> Day(StaffMember member, CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var found = await Visits(member, now, stop);
        var visits = new List<CarriedVisit>();
        foreach (var (visit, file) in found.Where(f => !f.File.Secret)) visits.Add(await Carry(visit, file, member, stop));
        var ordered = RoadOrder.Of(visits, v => v is { Lat: { } lat, Lon: { } lon } ? (lat, lon) : null);
        var silence = TimeSpan.FromDays(catalogue.Figure(FigureCodes.FieldPhoneSilence, Wita.Day(now)));
        return new(now, now + silence, member.Name, member.Has(Roles.Supervisor), found.Count - visits.Count, ordered, [.. found.Select(f => f.Visit.FormVersion).Distinct().Select(Form)]);
    }

    private async Task<List<(HomeVisit Visit, CaseFile File)>> Visits(StaffMember member, DateTime now, CancellationToken stop)
    {
        var (me, today) = (member.Id.Value, Wita.Day(now));
        var before = Wita.Utc(today.AddDays(Wita.Local(now).Hour >= Afternoon ? 2 : 1).ToDateTime(TimeOnly.MinValue));
        var rows = await db.Set<HomeVisit>().AsNoTracking().Where(v => v.VisitorId == me && v.State == VisitState.Scheduled && v.StartsAt < before)
            .Join(db.Set<CaseFile>().AsNoTracking().Where(c => c.Step == CaseStep.VisitScheduled), v => v.CaseId, c => c.Id, (v, c) => new { v, c })
            .OrderBy(x => x.v.StartsAt).ThenBy(x => x.v.Id).Take(Most).ToListAsync(stop);
        return [.. rows.Select(r => (r.v, r.c))];
    }

    private async Task<CarriedVisit> Carry(HomeVisit visit, CaseFile file, StaffMember member, CancellationToken stop)
    {
        await log.Opened(member.As([]), "case", file.Id.Value, "visit", stop);
        var book = await books.Open(visit, stop);
        var person = file.PersonId is { } id ? (await persons.Find(id, stop))?.Facts : null;
        var area = areas.Find(file.Area);
        var questions = catalogue.AssessmentForm(visit.FormVersion)!.Questions.Where(q => q.Type != QuestionType.Photo);
        return new(visit.Id.Value, file.Number, file.Title, $"{Wita.Local(visit.StartsAt):dd/MM HH.mm}–{Wita.Local(visit.EndsAt):HH.mm}", areas.Describe(file.Area) ?? "",
            area?.Lat, area?.Lon, person?.Name, person?.BirthDate is { } born ? born.YearsUntil(Wita.Day(time.GetUtcNow().UtcDateTime)) : person?.EstimatedAge, person?.Address, person?.Rt,
            record.Report(visit), record.Mark(visit), visit.FormVersion, questions.ToDictionary(q => q.Code, q => new CarriedAnswer(book.Stored(q.Code), book.Version(q.Code)), StringComparer.Ordinal));
    }

    private CarriedForm Form(int version)
    {
        var form = catalogue.AssessmentForm(version)!;
        return new(version, [.. form.Groups.Select(g => new CarriedGroup(g.Code, g.Title.ToString(), g.Hint.ToString(), [.. g.Questions.Select(Ask)]))]);
    }

    private static CarriedQuestion Ask(Question q) => new(
        q.Code, q.Type.ToString(), q.Text.ToString(), q.Hint?.ToString(), q.Required, q.Unit?.ToString(), q.Minimum, q.Maximum, q.Decimals,
        [.. q.Options.Select(o => new CarriedOption(o.Code, o.Text.ToString()))], [.. q.VisibleIf.Select(c => new CarriedCondition(c.Question, c.Is))]);
}
