using Layar.Kernel.Acts;
using Layar.Kernel.Data;

namespace Layar.Identity.Contracts;

public readonly record struct StaffId(Guid Value) : IEntityId<StaffId>
{
    public static StaffId From(Guid value) => new(value);
}

/// <summary>The signed-in person with the duties that hold at this moment, own and delegated.</summary>
/// <param name="Id">account</param>
/// <param name="UserName">sign-in name</param>
/// <param name="Name">name as shown</param>
/// <param name="Roles">role codes of all duties in force</param>
/// <param name="AreaScope">area codes (kecamatan or village) the person works in; empty = whole kabupaten</param>
/// <param name="Division">code of the bidang, when the person belongs to one</param>
/// <param name="OnBehalfOf">role code → name of the official whose place is taken (Plh/Plt)</param>
public sealed record StaffMember(
    StaffId Id, string UserName, string Name, IReadOnlySet<string> Roles, IReadOnlyList<string> AreaScope, string? Division,
    IReadOnlyDictionary<string, string> OnBehalfOf)
{
    /// <summary>Role code → <c>Plh</c> or <c>Plt</c>, for the roles of <see cref="OnBehalfOf"/>.</summary>
    public IReadOnlyDictionary<string, string> ActingAs { get; init; } = new Dictionary<string, string>();

    /// <summary>Nobody: whoever counts the whole kabupaten for figures. Has no role, so that nothing sensitive or secret is among what is counted.</summary>
    public static readonly StaffMember Counting = new(default, "", "Layar", new HashSet<string>(), [], null, new Dictionary<string, string>());

    public bool Has(string role) => Roles.Contains(role);

    public bool HasAny(IEnumerable<string> roles) => roles.Any(Roles.Contains);

    /// <summary>Whether a case in this area lies in the person's scope: the area itself, one above it, or no limit at all.</summary>
    /// <param name="code">area code; null when it is not known yet: only people without a limit see it</param>
    public bool MaySeeArea(string? code) =>
        AreaScope.Count == 0 || code is not null && AreaScope.Any(scope => AreaScopes.Covers(scope, code));

    /// <summary>The actor for an act that one of these roles may do.</summary>
    public Actor As(IEnumerable<string> allowed)
    {
        var role = allowed.FirstOrDefault(Roles.Contains) ?? Roles.FirstOrDefault() ?? "petugas";
        return new Actor(Id.Value, Name, role, OnBehalfOf.GetValueOrDefault(role));
    }
}

/// <summary>Who is signed in during this request.</summary>
public interface ICurrentStaff
{
    /// <summary>Null on citizen pages and before sign-in.</summary>
    StaffMember? Member { get; }

    /// <exception cref="InvalidOperationException">when nobody is signed in</exception>
    StaffMember Required => Member ?? throw new InvalidOperationException("Nobody is signed in.");
}
