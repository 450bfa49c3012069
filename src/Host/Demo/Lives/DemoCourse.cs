using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo.Correspondence;
using Layar.Kernel.Acts;
using Layar.Kernel.Time;

namespace Layar.Host.Demo.Lives;

/// <summary>
/// Lets a case live: picks at each step what usually happens there and how long it takes in working hours, moves it by the
/// workflow table and chains the acts, until now is reached or the case is closed.
/// </summary>
internal sealed class DemoCourse(CaseClocks clocks, WorkingCalendar calendar, DemoStaff staff, DemoDeeds deeds, DemoSize size, DateTime now)
{
    private const int MostMoves = 24;

    private static readonly Dictionary<CaseStep, Choice[]> Usual = new()
    {
        [CaseStep.Completeness] = [new(CaseActKind.MarkComplete, 72, 5), new(CaseActKind.RequestCompletion, 16, 4), new(CaseActKind.Reject, 3, 6), new(CaseActKind.Withdraw, 3, 20), new(CaseActKind.Postpone, 2, 6), new(CaseActKind.Archive, 2, 30), new(CaseActKind.Merge, 2, 3)],
        [CaseStep.AwaitingReporter] = [new(CaseActKind.AnswerQuestion, 85, 16), new(CaseActKind.Archive, 15, 76)],
        [CaseStep.VisitPlanning] = [new(CaseActKind.ScheduleVisit, 98, 6), new(CaseActKind.Return, 2, 6)],
        [CaseStep.VisitScheduled] = [new(CaseActKind.RecordVisit, 88, 1), new(CaseActKind.RecordNobodyHome, 12, 1)],
        [CaseStep.ManagerReview] = [new(CaseActKind.Approve, 1, 6)],
        [CaseStep.HeadAcknowledgement] = [new(CaseActKind.Acknowledge, 98, 5), new(CaseActKind.Return, 2, 5)],
        [CaseStep.Forwarding] = [new(CaseActKind.Forward, 100, 3)],
        [CaseStep.ProgrammeDecision] = [new(CaseActKind.AssignProgramme, 95, 10), new(CaseActKind.Reject, 5, 10)],
        [CaseStep.UrgentResponse] = [new(CaseActKind.RecordResponse, 90, 1), new(CaseActKind.MarkNotUrgent, 10, 1)],
        [CaseStep.ReferredOut] = [new(CaseActKind.RecordAgencyAnswer, 92, 20), new(CaseActKind.Return, 8, 20)],
        [CaseStep.Postponed] = [new(CaseActKind.Resume, 100, 40)],
    };

    private readonly DateTime lettersFrom = size.LettersFrom(now);

    public void Live(DemoLife life, DemoAim? aim, Random random)
    {
        if (life.File.Secret) NameOfficers(life, random);
        if (aim is not null) Follow(life, aim, random);
        else while (life.Acts.Count < MostMoves && Next(life, random)) { }
        if (life.File.Step == CaseStep.LetterIssue) Letter(life, aim, random);
        if (life.File.Step == CaseStep.Completed) life.CompletedAt = life.File.ClosedAt;
    }

    private bool Next(DemoLife life, Random random)
    {
        var file = life.File;
        if (!Usual.TryGetValue(file.Step, out var usual)) return false;
        var choice = life.Social || file.Step != CaseStep.Completeness ? Pick(random, usual) : new Choice(CaseActKind.ReferOut, 1, 5);
        if (file.Step == CaseStep.ManagerReview) choice = choice with { Act = DemoDeeds.AfterVisit(life) };
        var at = Later(life, choice, random);
        return at < now && Do(life, choice.Act, at, random);
    }

    /// <summary>The way of an aim, spread over the working time since the report came in.</summary>
    private void Follow(DemoLife life, DemoAim aim, Random random)
    {
        var start = life.File.LastActAt;
        var end = aim.Step is CaseStep.LetterIssue or CaseStep.LetterReady or CaseStep.Completed ? now.AddDays(-aim.Days / 2) : now.AddMinutes(-20);
        var working = calendar.WorkingTimeBetween(start, end);
        for (var i = 0; i < aim.Road.Count; i++)
        {
            var at = calendar.AddWorkingTime(start, working * ((i + 0.6 + 0.3 * random.NextDouble()) / (aim.Road.Count + 0.5)));
            if (life.Visits.LastOrDefault() is { EndedAt: null } visit && visit.To > at && aim.Road[i] is CaseActKind.RecordVisit or CaseActKind.RecordNobodyHome) deeds.Earlier(life, at);
            Do(life, aim.Road[i], at < now ? at : now.AddMinutes(-1), random);
        }
    }

    private bool Do(DemoLife life, CaseActKind act, DateTime at, Random random)
    {
        var file = life.File;
        if (act == CaseActKind.Merge && !deeds.FindMain(life, at)) act = CaseActKind.MarkComplete;
        var row = CaseWorkflow.Find(file.Step, act)!;
        var actor = row.Roles[0] == CaseWorkflow.Reporter ? Actor.Citizen : act == CaseActKind.Resume ? Actor.System
            : act == CaseActKind.RecordResponse ? staff.Of(DemoWords.Pick(random, row.Roles)).As(row.Roles) : staff.Actor(row.Roles, file.Division);
        var detail = deeds.Of(life, act, row, at, random);
        Move(life, row, actor, detail, at);
        deeds.Leave(life, act, at, detail);
        return true;
    }

    private void Move(DemoLife life, Row row, Actor actor, CaseActDetail detail, DateTime at)
    {
        var record = CaseMove.Apply(life.File, row, actor, detail, at, clocks);
        life.Acts.Add(ActRecorder.Compose(life.Acts[^1], life.File.Id.Value, row.Act.ToString(), actor, at, record.Reason, record.Before, record.After, detail.Touched));
    }

    private void NameOfficers(DemoLife life, Random random)
    {
        var at = life.File.ReceivedAt.AddMinutes(20 + random.Next(60));
        if (at >= now) return;
        var manager = staff.Of(Identity.Contracts.Roles.Manager);
        foreach (var officer in deeds.OfficersFor(life))
        {
            life.Rows.Add(new CaseOfficer { CaseId = life.File.Id, StaffId = officer.Id.Value, StaffName = officer.Name, NamedAt = at });
            var row = CaseWorkflow.Find(life.File.Step, CaseActKind.NameOfficer)!;
            Move(life, row, manager.As(row.Roles), new(Touched: [officer.Id.Value]), at);
            at = at.AddSeconds(40);
        }
    }

    /// <summary>Printed and handed over by the product when it is not long ago; before that only the acts are written.</summary>
    private void Letter(DemoLife life, DemoAim? aim, Random random)
    {
        var came = life.File.StepSince;
        DateTime After(DateTime from, double hours) => calendar.AddWorkingTime(from, TimeSpan.FromHours(Wait(hours, random)));
        var drafted = aim is null ? After(came, 3) : calendar.AddWorkingTime(came, (now - came) * 0.02);
        var submitted = drafted.AddMinutes(4 + random.Next(30));
        var signed = aim is null ? After(submitted, 7) : calendar.AddWorkingTime(submitted, (now - came) * 0.04);
        var issued = signed.AddMinutes(3 + random.Next(90));
        var handed = aim is null ? After(issued, 14) : issued.AddHours(26 + random.Next(40));
        var story = aim?.Story ?? Story(drafted, submitted, signed, issued, handed, random);
        var latest = new[] { handed, issued, signed, submitted, drafted, came }.First(t => t < now);
        if (size.Letters > 0 && latest >= lettersFrom && deeds.CanSign(drafted)) life.Letter = new DemoLetter(life.File.Id, life.File.Division, life.Seed, story, drafted, submitted, signed, issued, handed);
        else if (issued < now && Do(life, CaseActKind.IssueLetter, issued, random) && handed < now) Do(life, CaseActKind.HandOver, handed, random);
    }

    private DemoLetterStory Story(DateTime drafted, DateTime submitted, DateTime signed, DateTime issued, DateTime handed, Random random)
    {
        var paper = random.Next(9) == 0;
        if (handed < now) return paper ? DemoLetterStory.ScannedAndHandedOver : random.Next(8) == 0 && handed > now.AddDays(-4) ? DemoLetterStory.NotSolved : DemoLetterStory.HandedOver;
        if (issued < now) return paper ? DemoLetterStory.Scanned : DemoLetterStory.Issued;
        if (signed < now) return paper ? DemoLetterStory.OnPaper : DemoLetterStory.ToSign;
        if (submitted < now) return random.Next(2) == 0 ? DemoLetterStory.FirstStation : DemoLetterStory.SecondStation;
        return drafted < now ? DemoLetterStory.Draft : DemoLetterStory.None;
    }

    private DateTime Later(DemoLife life, Choice choice, Random random)
    {
        var file = life.File;
        var at = file.LastActAt > file.StepSince ? file.LastActAt : file.StepSince;
        if (file.Step == CaseStep.UrgentResponse) return at.AddMinutes(5 + random.Next(50));
        if (file.Step == CaseStep.Postponed) return file.PostponedUntil!.Value;
        if (life.Visits.LastOrDefault() is { EndedAt: null } visit) return visit.To.AddMinutes(10 + random.Next(150));
        return calendar.AddWorkingTime(at, TimeSpan.FromHours(Wait(choice.Hours, random)));
    }

    /// <summary>Most are quick and some wait long, as in every office.</summary>
    private static double Wait(double hours, Random random) => Math.Min(hours * -Math.Log(1 - random.NextDouble()) * 0.8 + 0.1, hours * 5);

    private static Choice Pick(Random random, Choice[] usual)
    {
        if (usual.Length == 1) return usual[0];
        var draw = random.Next(100);
        foreach (var choice in usual)
        {
            draw -= choice.Weight;
            if (draw < 0) return choice;
        }
        return usual[0];
    }

    private sealed record Choice(CaseActKind Act, int Weight, double Hours);
}
