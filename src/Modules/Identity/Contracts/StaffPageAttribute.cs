using Microsoft.AspNetCore.Authorization;

namespace Layar.Identity.Contracts;

/// <summary>Which roles may open this page or call this endpoint. Every page below /petugas carries it; a test asks for it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StaffPageAttribute : AuthorizeAttribute
{
    public StaffPageAttribute(params string[] roles)
    {
        Allowed = roles;
        Roles = string.Join(",", roles);
    }

    public IReadOnlyList<string> Allowed { get; }
}
