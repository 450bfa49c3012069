using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;

namespace Layar.Cases.Acts;

/// <summary>Which questions the page of an act asks.</summary>
/// <param name="Codes">kind of coded reasons to choose from</param>
/// <param name="CodeNeeded">without a code the act is refused</param>
/// <param name="ForReporter">the words are read by the reporter</param>
internal sealed record ActForm(CaseActKind Act, bool Words = true, ReasonKind? Codes = null, bool CodeNeeded = false, bool Choice = false, bool Until = false, bool ForReporter = false)
{
    private static readonly Dictionary<CaseActKind, ActForm> All = new ActForm[]
    {
        new(CaseActKind.Approve, Words: false),
        new(CaseActKind.Acknowledge, Words: false),
        new(CaseActKind.Return, Codes: ReasonKind.Return),
        new(CaseActKind.Forward, Choice: true),
        new(CaseActKind.AssignProgramme, Choice: true),
        new(CaseActKind.Reject, Codes: ReasonKind.Reject, CodeNeeded: true, ForReporter: true),
        new(CaseActKind.ReferOut, Codes: ReasonKind.OutOfDuty, CodeNeeded: true, Choice: true, ForReporter: true),
        new(CaseActKind.RecordAgencyAnswer, ForReporter: true),
        new(CaseActKind.Postpone, Codes: ReasonKind.Postpone, CodeNeeded: true, Until: true, ForReporter: true),
        new(CaseActKind.Resume, Words: false),
        new(CaseActKind.Split),
        new(CaseActKind.Withdraw, Codes: ReasonKind.Withdraw, CodeNeeded: true),
        new(CaseActKind.Reopen),
        new(CaseActKind.Archive, Codes: ReasonKind.Archive, CodeNeeded: true, ForReporter: true),
        new(CaseActKind.MarkUrgent),
        new(CaseActKind.MarkNotUrgent),
        new(CaseActKind.RecordResponse),
        new(CaseActKind.AddNote),
        new(CaseActKind.NameOfficer, Words: false, Choice: true),
    }.ToDictionary(f => f.Act);

    public static ActForm Of(CaseActKind act) => All[act];

    public static IEnumerable<CaseActKind> Acts => All.Keys;
}
