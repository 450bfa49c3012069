using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Layar.Ui.Layouts;

namespace Layar.Identity.Face;

/// <summary>Who is signed in, for the top bar.</summary>
internal sealed class StaffFace(ICurrentStaff staff, IEnumerable<IWorkAreas> areas, TextCatalogue texts) : IStaffFace
{
    public string? Name => staff.Member?.Name;

    public string RoleTitle => staff.Member?.Roles is { Count: > 0 } roles
        ? string.Join(", ", Roles.All.Where(roles.Contains).Select(r => texts["identity.role." + r]))
        : texts["identity.role.none"];

    public string Initials => string.Concat((Name ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => char.IsLetter(word[0]) && !word.EndsWith('.')).Take(2).Select(word => char.ToUpperInvariant(word[0])));

    public string AreaScope => staff.Member?.AreaScope is { Count: > 0 } scope
        ? string.Join(", ", scope.Select(code => areas.FirstOrDefault()?.Describe(code) ?? code))
        : texts["identity.scope.all"];

    public string SignOutHref => "/keluar";

    public string? AccountHref => "/petugas/pengaturan";
}
