namespace Layar.Catalogue.Contracts;

/// <summary>How long something may take. The calendar counts it; this only says what to count.</summary>
public sealed record ClockPolicy
{
    public required string Key { get; init; }
    public required LocalText Name { get; init; }
    public required int Amount { get; init; }
    public required ClockUnit Unit { get; init; }

    /// <summary>In the same unit; nobody may pass it.</summary>
    public required int? HardLimit { get; init; }

    /// <summary>Stops while waiting for the reporter or another agency.</summary>
    public required bool Pausable { get; init; }

    /// <summary>Longest sum of pauses in working days.</summary>
    public required int? MaximumPause { get; init; }

    public required IReadOnlyList<int> WarnAtPercent { get; init; }
    public required ClockEnd AtEnd { get; init; }
    public required Validity Validity { get; init; }
}

/// <summary>Minutes run day and night; working days by the calendar of the office.</summary>
public enum ClockUnit { WallMinutes, WorkingDays, CalendarDays }

public enum ClockEnd { Escalate, Archive, Close }

/// <summary>Keys of clocks.json that code names.</summary>
public static class ClockKeys
{
    public const string Verification = "verification";
    public const string FirstAnswer = "first-answer";
    public const string Reply = "reply";
    public const string Visit = "visit";
    public const string Review = "review";
    public const string Acknowledge = "acknowledge";
    public const string Programme = "programme";
    public const string Letter = "letter";
    public const string Handover = "handover";
    public const string Partner = "partner";
    public const string Emergency = "emergency";
    public const string AwaitingReporter = "awaiting-reporter";
    public const string Reopen = "reopen";
    public const string Objection = "objection";
    public const string MaximumPause = "maximum-pause";
    public const string ComplaintLight = "complaint-light";
    public const string ComplaintInformation = "complaint-information";
    public const string ComplaintOrdinary = "complaint-ordinary";
    public const string ComplaintSupervised = "complaint-supervised";

    public static readonly IReadOnlyList<string> All =
    [
        Verification, FirstAnswer, Reply, Visit, Review, Acknowledge, Programme, Letter, Handover, Partner, Emergency, AwaitingReporter,
        Reopen, Objection, MaximumPause, ComplaintLight, ComplaintInformation, ComplaintOrdinary, ComplaintSupervised,
    ];
}
