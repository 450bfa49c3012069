using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Time;

namespace Layar.Host.Demo;

/// <summary>
/// Lets a case live: picks at each step what usually happens there and how long it takes in working hours, moves it by the
/// workflow table and chains the acts, until now is reached or the case is closed.
/// </summary>
internal sealed class DemoCourse(CaseClocks clocks, WorkingCalendar calendar, ICatalogue catalogue, IReadOnlyDictionary<string, Actor> staff, DateTime now)
{
    private static readonly Dictionary<CaseStep, Choice[]> Usual = new()
    {
        [CaseStep.Completeness] = [new(CaseActKind.MarkComplete, 72, 5), new(CaseActKind.RequestCompletion, 16, 4), new(CaseActKind.Reject, 3, 6), new(CaseActKind.Withdraw, 3, 20), new(CaseActKind.Postpone, 2, 6), new(CaseActKind.Archive, 2, 30), new(CaseActKind.Merge, 2, 3)],
        [CaseStep.AwaitingReporter] = [new(CaseActKind.AnswerQuestion, 85, 16), new(CaseActKind.Archive, 15, 76)],
        [CaseStep.VisitPlanning] = [new(CaseActKind.ScheduleVisit, 98, 6), new(CaseActKind.Return, 2, 6)],
        [CaseStep.VisitScheduled] = [new(CaseActKind.RecordVisit, 88, 15), new(CaseActKind.RecordNobodyHome, 12, 12)],
        [CaseStep.ManagerReview] = [new(CaseActKind.Approve, 93, 6), new(CaseActKind.Return, 3, 6), new(CaseActKind.Reject, 4, 8)],
        [CaseStep.HeadAcknowledgement] = [new(CaseActKind.Acknowledge, 98, 5), new(CaseActKind.Return, 2, 5)],
        [CaseStep.Forwarding] = [new(CaseActKind.Forward, 100, 3)],
        [CaseStep.ProgrammeDecision] = [new(CaseActKind.AssignProgramme, 95, 10), new(CaseActKind.Reject, 5, 10)],
        [CaseStep.LetterIssue] = [new(CaseActKind.IssueLetter, 100, 7)],
        [CaseStep.LetterReady] = [new(CaseActKind.HandOver, 100, 14)],
        [CaseStep.UrgentResponse] = [new(CaseActKind.RecordResponse, 90, 1), new(CaseActKind.MarkNotUrgent, 10, 1)],
        [CaseStep.ReferredOut] = [new(CaseActKind.RecordAgencyAnswer, 92, 20), new(CaseActKind.Return, 8, 20)],
        [CaseStep.Postponed] = [new(CaseActKind.Resume, 100, 40)],
    };

    /// <summary>Called with every move, so that the other rooms can add what the move leaves behind.</summary>
    public required Action<CaseFile, CaseActKind, DateTime, Random> Happened { private get; init; }

    public void Live(CaseFile file, Act first, bool social, Random random, List<Act> acts)
    {
        var last = first;
        var at = file.ReceivedAt;
        for (var moves = 0; moves < 24 && Usual.TryGetValue(file.Step, out var usual); moves++)
        {
            var choice = social || file.Step != CaseStep.Completeness ? Pick(random, usual) : new Choice(CaseActKind.ReferOut, 1, 5);
            at = Later(file, at, choice, random);
            if (at >= now) return;
            Prepare(file, choice.Act, social, at, random);
            var row = CaseWorkflow.Find(file.Step, choice.Act)!;
            var actor = row.Roles.Select(r => staff.GetValueOrDefault(r)).FirstOrDefault(a => a is not null) ?? (row.Roles[0] == CaseWorkflow.Reporter ? Actor.Citizen : Actor.System);
            var record = CaseMove.Apply(file, row, actor, Detail(choice.Act, row), at, clocks);
            last = ActRecorder.Compose(last, file.Id.Value, choice.Act.ToString(), actor, at, record.Reason, record.Before, record.After);
            acts.Add(last);
            Happened(file, choice.Act, at, random);
        }
    }

    private DateTime Later(CaseFile file, DateTime at, Choice choice, Random random)
    {
        if (file.Step == CaseStep.UrgentResponse) return at.AddMinutes(5 + random.Next(50));
        // Most are quick and some wait long, as in every office.
        var hours = choice.Hours * -Math.Log(1 - random.NextDouble()) * 0.8 + 0.1;
        return calendar.AddWorkingTime(at, TimeSpan.FromHours(Math.Min(hours, choice.Hours * 5)));
    }

    private void Prepare(CaseFile file, CaseActKind act, bool social, DateTime at, Random random)
    {
        file.Social ??= social;
        if (act == CaseActKind.MarkComplete && file.Service is null) file.Service = "rekomendasi-umum";
        if (act is CaseActKind.MarkComplete or CaseActKind.Forward)
            file.Division = catalogue.Service(file.Service!, Wita.Day(at))?.Division ?? catalogue.Instance.Divisions[0].Code;
        if (act == CaseActKind.AssignProgramme) file.Programme = file.Service;
        if (act == CaseActKind.ReferOut) file.Agency = DemoWords.Pick(random, catalogue.Agencies).Code;
        if (act == CaseActKind.Postpone) file.PostponedUntil = calendar.AddWorkingTime(at, TimeSpan.FromHours(40));
        if (act != CaseActKind.ScheduleVisit) return;
        file.VisitFrom = calendar.AddWorkingTime(at, TimeSpan.FromHours(8));
        file.VisitTo = file.VisitFrom.Value.AddHours(3);
        file.VisitorName = staff["supervisor"].Name;
    }

    private CaseActDetail Detail(CaseActKind act, Row row) => act switch
    {
        CaseActKind.Reject => Coded(ReasonKind.Reject),
        CaseActKind.Postpone => Coded(ReasonKind.Postpone),
        CaseActKind.ReferOut => Coded(ReasonKind.OutOfDuty),
        CaseActKind.Withdraw => Coded(ReasonKind.Withdraw),
        CaseActKind.Archive => Coded(ReasonKind.Archive),
        CaseActKind.RecordVisit => new(Reason: "Keadaan sesuai laporan; rumah papan, penghasilan tidak tetap."),
        CaseActKind.RecordAgencyAnswer => new(Reason: "Sudah ditindaklanjuti instansi penerima."),
        CaseActKind.RecordNobodyHome => new(Reason: "Rumah kosong, tetangga menyebut sedang di kebun."),
        CaseActKind.RequestCompletion => new(Reason: "Mohon foto Kartu Keluarga."),
        CaseActKind.RecordResponse => new(Reason: "Tim sudah di lokasi, keadaan aman, berkas menyusul."),
        CaseActKind.Merge => new(Reason: "Laporan yang sama."),
        _ => row.Reason ? new(Reason: "Perlu diperiksa ulang.") : new(),
    };

    private CaseActDetail Coded(ReasonKind kind)
    {
        var reason = catalogue.Reasons(kind)[0];
        return new(Reason: reason.Text.Id, ReasonCode: reason.Code);
    }

    private static Choice Pick(Random random, Choice[] usual)
    {
        var draw = random.Next(usual.Sum(c => c.Weight));
        foreach (var choice in usual)
        {
            draw -= choice.Weight;
            if (draw < 0) return choice;
        }
        return usual[0];
    }

    private sealed record Choice(CaseActKind Act, int Weight, double Hours);
}
