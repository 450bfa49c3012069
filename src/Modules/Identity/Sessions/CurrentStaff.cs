using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Http;

namespace Layar.Identity.Sessions;

internal sealed class CurrentStaff(IHttpContextAccessor accessor) : ICurrentStaff
{
    public StaffMember? Member => accessor.HttpContext?.Features.Get<SignedInStaff>()?.Member;
}
