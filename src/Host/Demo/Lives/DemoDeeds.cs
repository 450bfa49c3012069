using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Time;

namespace Layar.Host.Demo.Lives;

/// <summary>What goes with an act of the demo: reasons, choices, plans, and what the act leaves behind.</summary>
internal sealed class DemoDeeds(ICatalogue catalogue, WorkingCalendar calendar, DemoStaff staff, DemoWords words, DemoPapers papers)
{
    private readonly Dictionary<string, DemoLife> mains = [];

    /// <summary>Forgets cases that are about to be written: nobody joins them any more.</summary>
    public void Written() => mains.Clear();

    /// <summary>Others may join this case.</summary>
    public void Known(DemoLife life)
    {
        if (life.File is { Open: true, Secret: false, District: { } district } && life is { Social: true, Letter: null }) mains[district] = life;
    }

    public static CaseActKind AfterVisit(DemoLife life) => life.Visits.LastOrDefault()?.Advice switch
    {
        "tidak-layak" => CaseActKind.Reject,
        "ulang" => CaseActKind.Return,
        _ => CaseActKind.Approve,
    };

    public IEnumerable<StaffMember> OfficersFor(DemoLife life) =>
        new[] { staff.Of(Roles.Operator), staff.Of(Roles.Supervisor), staff.Of(Roles.DivisionHead, life.File.Division), staff.Of(Roles.FrontOffice) }.DistinctBy(m => m.Id);

    /// <summary>An older open case of the same kecamatan that nobody touched since; its reports then stand together.</summary>
    public bool FindMain(DemoLife life, DateTime at)
    {
        if (life.File.Secret) return false;
        var main = mains.GetValueOrDefault(life.File.District ?? "") is { } near && near.File.LastActAt <= at ? near : mains.Values.FirstOrDefault(m => m.File.LastActAt <= at);
        if (main is null) return false;
        (life.Main, life.File.MergedInto) = (main.File, main.File.Id);
        life.Report.CaseId = main.File.Id;
        (main.File.ReportCount, main.File.PhotoCount) = (main.File.ReportCount + 1, main.File.PhotoCount + life.File.PhotoCount);
        var actor = staff.Actor([Roles.Operator], null);
        main.File.Version++;
        (main.File.LastAct, main.File.LastActor, main.File.LastActAt) = ("ReportsJoined", actor.Name, at);
        main.Acts.Add(ActRecorder.Compose(main.Acts[^1], main.File.Id.Value, "ReportsJoined", actor, at, after: new { reports = main.File.ReportCount }, touched: [life.File.Id.Value]));
        return true;
    }

    public CaseActDetail Of(DemoLife life, CaseActKind act, Row row, DateTime at, Random random)
    {
        var (file, say) = (life.File, words.Say);
        file.Social ??= life.Social;
        switch (act)
        {
            case CaseActKind.MarkComplete:
                file.Service ??= "rekomendasi-umum";
                file.Division = DivisionOf(file, at);
                var asked = papers.Asked(file.Service, at);
                return new(After: new { documents = asked, asked });
            case CaseActKind.RequestCompletion:
                var asking = papers.Ask(life, at, random);
                life.Askings.Add(asking);
                return new(Reason: papers.Summary(asking), After: new { questions = asking.Kinds.Select(k => k.ToString()) }, Touched: asking.Ids);
            case CaseActKind.AnswerQuestion: return new(Touched: life.Askings[^1].Ids);
            case CaseActKind.ScheduleVisit: return Plan(life, at, random);
            case CaseActKind.RecordVisit: return Recorded(life, random);
            case CaseActKind.RecordNobodyHome: return new(Reason: DemoWords.Pick(random, say.Nobody));
            case CaseActKind.Forward:
                file.Division = DivisionOf(file, at);
                return new(Reason: row.Reason ? DemoWords.Pick(random, say.Forward) : null, After: new { division = file.Division });
            case CaseActKind.AssignProgramme:
                file.Programme = file.Service;
                return new(After: new { programme = file.Programme });
            case CaseActKind.ReferOut:
                var agency = AgencyFor(life, random);
                file.Agency = agency.Code;
                return new(Reason: DemoWords.Pick(random, say.Refer).Replace("{agency}", agency.Name.Id), ReasonCode: "luar-instansi-lain", After: new { agency = agency.Code });
            case CaseActKind.Postpone:
                file.PostponedUntil = Wita.Utc(calendar.NthWorkingDayAfter(Wita.Day(at), 14).ToDateTime(TimeOnly.MinValue));
                return new(Reason: say.Postpone[0], ReasonCode: "tunda-cuaca", After: new { until = Wita.Day(file.PostponedUntil.Value) });
            case CaseActKind.Merge: return new(Reason: say.Merge[0], After: new { into = life.Main!.Number }, Touched: [life.Main.Id.Value]);
            default: return Said(act, row, random);
        }
    }

    public void Leave(DemoLife life, CaseActKind act, DateTime at, CaseActDetail detail)
    {
        var file = life.File;
        if (act == CaseActKind.Return && file.Step == CaseStep.Completeness) file.Agency = null;
        if (act == CaseActKind.Resume) file.PostponedUntil = null;
        if (act == CaseActKind.AnswerQuestion) life.Askings[^1].AnsweredAt = at;
        if (act is not (CaseActKind.RecordVisit or CaseActKind.RecordNobodyHome)) return;
        var visit = life.Visits[^1];
        (visit.State, visit.EndedAt) = (act == CaseActKind.RecordVisit ? VisitState.Done : VisitState.NobodyHome, at);
        if (act == CaseActKind.RecordNobodyHome) (file.VisitFrom, file.VisitTo, file.VisitorName) = (null, null, null);
    }

    /// <summary>The visit was before this hour, whatever had been planned.</summary>
    public void Earlier(DemoLife life, DateTime at)
    {
        var old = life.Visits[^1];
        var from = old.PlannedAt.AddMinutes(10) < at.AddMinutes(-90) ? at.AddMinutes(-90) : old.PlannedAt.AddMinutes(1);
        life.Visits[^1] = new DemoVisit(old.Id, old.PlannedAt, from, at.AddMinutes(-1) > from ? at.AddMinutes(-1) : from.AddMinutes(1), old.Visitor);
        (life.File.VisitFrom, life.File.VisitTo) = (life.Visits[^1].From, life.Visits[^1].To);
    }

    /// <summary>The office had a head on this day already.</summary>
    public bool CanSign(DateTime at) => catalogue.Instance.OfficialFor("kadis", Wita.Day(at)) is not null;

    private string DivisionOf(CaseFile file, DateTime at) => catalogue.Service(file.Service!, Wita.Day(at))?.Division ?? catalogue.Instance.Divisions[0].Code;

    private CaseActDetail Plan(DemoLife life, DateTime at, Random random)
    {
        var day = calendar.NthWorkingDayAfter(Wita.Day(at), 1 + random.Next(3));
        // Before the noon prayer, or after it where there is no Friday prayer.
        var start = 8.5 + random.Next(3) * 0.5 + (day.DayOfWeek != DayOfWeek.Friday && random.Next(3) == 0 ? 5 : 0);
        var from = Wita.Utc(day.ToDateTime(TimeOnly.MinValue).AddHours(start));
        var visit = new DemoVisit(new HomeVisitId(Guid.CreateVersion7(at)), at, from, from.AddHours(2), Visitor(life, random));
        life.Visits.Add(visit);
        (life.File.VisitFrom, life.File.VisitTo, life.File.VisitorName) = (visit.From, visit.To, visit.Visitor.Name);
        return new(After: new { from = visit.From, to = visit.To, visitor = visit.Visitor.Name });
    }

    private StaffMember Visitor(DemoLife life, Random random)
    {
        var supervisor = staff.Of(Roles.Supervisor);
        if (life.File.Secret) return supervisor;
        var tksk = staff.Of(Roles.DistrictWorker);
        if (tksk.MaySeeArea(life.File.Area) && random.Next(3) > 0) return tksk;
        return random.Next(5) == 0 ? staff.Of(Roles.Companion) : supervisor;
    }

    private static CaseActDetail Recorded(DemoLife life, Random random)
    {
        var visit = life.Visits[^1];
        visit.Advice = random.Next(100) switch { < 4 => "tidak-layak", < 7 => "ulang", < 10 => "rujuk", _ => "layak" };
        return new(After: new { advice = visit.Advice, located = true, form = 1 }, Touched: [visit.Id.Value]);
    }

    private CaseActDetail Said(CaseActKind act, Row row, Random random)
    {
        var say = words.Say;
        return act switch
        {
            CaseActKind.Reject => new(Reason: DemoWords.Pick(random, say.Reject), ReasonCode: "tolak-tidak-memenuhi"),
            CaseActKind.Withdraw => new(Reason: say.Withdraw[0], ReasonCode: "batal-sudah-tertolong"),
            CaseActKind.Archive => new(Reason: say.Archive[0], ReasonCode: "arsip-tanpa-jawaban"),
            CaseActKind.RecordAgencyAnswer => new(Reason: DemoWords.Pick(random, say.Agency)),
            CaseActKind.RecordResponse => new(Reason: DemoWords.Pick(random, say.Response)),
            CaseActKind.MarkNotUrgent => new(Reason: DemoWords.Pick(random, say.NotUrgent)),
            _ => row.Reason ? new(Reason: DemoWords.Pick(random, say.Return)) : new(),
        };
    }

    private Agency AgencyFor(DemoLife life, Random random)
    {
        var story = life.Told.Story ?? "";
        return catalogue.Agencies.FirstOrDefault(a => a.Nature == Nature.NonSocial && a.Keywords.Any(k => story.Contains(k, StringComparison.OrdinalIgnoreCase)))
            ?? DemoWords.Pick(random, catalogue.Agencies);
    }
}
