namespace Layar.Cases.Contracts;

/// <summary>A case was opened by a report.</summary>
public sealed record CaseOpened(Guid CaseId, bool Emergency);

/// <summary>A case moved from one step to another by an act; published for every act that changes the step.</summary>
public sealed record CaseMoved(Guid CaseId, string Act, string From, string To);

/// <summary>A question waits for the reporter while the case goes on.</summary>
public sealed record ReporterAsked(Guid CaseId);
