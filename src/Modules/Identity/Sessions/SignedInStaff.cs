using Layar.Identity.Contracts;
using Layar.Kernel.Acts;

namespace Layar.Identity.Sessions;

/// <summary>What a signed-in person must do before anything else.</summary>
internal enum Demand { None, NewPassword, SecondFactor }

/// <summary>A session as one request sees it.</summary>
internal sealed record SignedInStaff(StaffSessionId Session, StaffMember Member, Demand Demand)
{
    public Actor Actor => Member.As(Roles.All);
}
