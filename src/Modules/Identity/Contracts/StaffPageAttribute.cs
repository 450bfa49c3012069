using Microsoft.AspNetCore.Authorization;

namespace Layar.Identity.Contracts;

/// <summary>Which roles may open this page or call this endpoint; without roles, everybody who is signed in. Every page below /petugas carries it; a test asks for it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StaffPageAttribute : AuthorizeAttribute
{
    public StaffPageAttribute(params string[] roles)
    {
        Allowed = roles;
        Roles = roles.Length == 0 ? null : string.Join(",", roles);
    }

    public IReadOnlyList<string> Allowed { get; }

    /// <summary>The roles that a page names.</summary>
    public static IReadOnlyList<string> Of<TPage>() => ((StaffPageAttribute)GetCustomAttribute(typeof(TPage), typeof(StaffPageAttribute))!).Allowed;
}
