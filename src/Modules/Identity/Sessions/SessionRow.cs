using Layar.Identity.Contracts;
using Layar.Identity.Duties;

namespace Layar.Identity.Sessions;

/// <summary>All that the one query of a request brings: session, account and duties.</summary>
internal sealed record SessionRow(StaffSession Session, string UserName, string Name, bool Active, bool MustChangePassword, bool SecondFactor, IReadOnlyList<Duty> Duties)
{
    public bool Alive(DateTime now, DateTime seen) => Active && Session.Stage switch
    {
        SessionStage.Open => now - seen <= SessionLimits.Idle && now - Session.StartedAt <= SessionLimits.Absolute,
        _ => now - Session.StartedAt <= SessionLimits.AwaitingCode,
    };

    public StaffMember Member(DateOnly day) => DutiesInForce.Member(Session.AccountId, UserName, Name, Duties, day);
}
