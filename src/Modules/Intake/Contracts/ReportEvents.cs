namespace Layar.Intake.Contracts;

/// <summary>A report came in and opened a case. Photos may follow.</summary>
public sealed record ReportReceived(Guid ReportId, Guid CaseId, string Channel, bool Emergency, bool Secret);

/// <summary>The reporter added words or photos to a report.</summary>
public sealed record ReportExtended(Guid ReportId, Guid CaseId, int Photos);
