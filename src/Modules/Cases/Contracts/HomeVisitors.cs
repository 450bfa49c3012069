namespace Layar.Cases.Contracts;

/// <summary>Somebody who may be sent to a home.</summary>
/// <param name="StaffId">account</param>
/// <param name="Role">role code under which the person goes: supervisor, tksk or pendamping</param>
public sealed record HomeVisitor(Guid StaffId, string Name, string Role);

/// <summary>Who may be sent on visits in an area. Whoever keeps the staff answers; without it a supervisor plans only own visits.</summary>
public interface IHomeVisitors
{
    /// <summary>Staff with the role supervisor, tksk or pendamping whose scope covers the area, by name.</summary>
    Task<IReadOnlyList<HomeVisitor>> ForArea(string? area, CancellationToken stop);
}
