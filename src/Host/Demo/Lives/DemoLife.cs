using Layar.Cases.Files;
using Layar.Cases.Visits;
using Layar.Host.Demo.Correspondence;
using Layar.Identity.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;

namespace Layar.Host.Demo.Lives;

/// <summary>One case of the demo while it is made.</summary>
internal sealed class DemoLife(CaseFile file, Report report, CheckedReport told, bool social, int seed)
{
    public CaseFile File { get; } = file;

    public Report Report { get; } = report;

    public CheckedReport Told { get; } = told;

    public bool Social { get; } = social;

    /// <summary>Number from which everything about this case is drawn.</summary>
    public int Seed { get; } = seed;

    public List<Act> Acts { get; } = [];

    public List<DemoVisit> Visits { get; } = [];

    public List<DemoAsking> Askings { get; } = [];

    /// <summary>What else is written for this case.</summary>
    public List<object> Rows { get; } = [];

    /// <summary>What becomes of its letter by the product's own handlers; null when it never came so far or is too long ago.</summary>
    public DemoLetter? Letter { get; set; }

    /// <summary>The case that this one joined.</summary>
    public CaseFile? Main { get; set; }

    /// <summary>When it was completed, without a letter of the product.</summary>
    public DateTime? CompletedAt { get; set; }
}

/// <summary>A visit as it was planned, and how it went.</summary>
internal sealed class DemoVisit(HomeVisitId id, DateTime plannedAt, DateTime from, DateTime to, StaffMember visitor)
{
    public HomeVisitId Id => id;

    public DateTime PlannedAt => plannedAt;

    public DateTime From => from;

    public DateTime To => to;

    public StaffMember Visitor => visitor;

    public VisitState State { get; set; } = VisitState.Scheduled;

    public DateTime? EndedAt { get; set; }

    public string? Advice { get; set; }
}

/// <summary>Questions put to the reporter at one time.</summary>
internal sealed record DemoAsking(DateTime At, IReadOnlyList<Guid> Ids, string Document, IReadOnlyList<Cases.Contracts.QuestionKind> Kinds)
{
    public DateTime? AnsweredAt { get; set; }
}
