namespace Layar.Kernel.Acts;

/// <summary>Who does something, and in whose place. The citizen and the system act without an account.</summary>
/// <param name="Id">staff account</param>
/// <param name="Name">as shown in the timeline; never a citizen's name</param>
/// <param name="Role">role code in which the person acts, e.g. <c>operator</c></param>
/// <param name="OnBehalfOf">name of the official whose place is taken (Plh/Plt)</param>
public sealed record Actor(Guid? Id, string Name, string Role, string? OnBehalfOf = null)
{
    public static readonly Actor Citizen = new(null, "Pelapor", "warga");

    public static readonly Actor System = new(null, "Layar", "sistem");
}
