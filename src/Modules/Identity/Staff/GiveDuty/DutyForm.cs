using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Kernel.Outcomes;

namespace Layar.Identity.Staff.GiveDuty;

internal sealed class DutyForm
{
    public string? Role { get; set; }

    public string? Division { get; set; }

    public List<string?> Areas { get; set; } = [];

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? LegalBasis { get; set; }

    public Acting Acting { get; set; }

    public Guid? OnBehalfOf { get; set; }

    public string? OnBehalfOfName { get; set; }

    public IEnumerable<string> AreaCodes => Areas.OfType<string>().Where(a => a.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>What is wrong with the form by itself; null when nothing is.</summary>
    public Refusal? Fault(Func<string, bool> areaExists)
    {
        if (Role is null || !Roles.All.Contains(Role)) return new Refusal("identity.duty.role.missing", "Input.Role");
        if (ValidFrom is null) return new Refusal("identity.duty.from.missing", "Input.ValidFrom");
        if (ValidTo < ValidFrom) return new Refusal("identity.duty.to.early", "Input.ValidTo");
        if (string.IsNullOrWhiteSpace(LegalBasis)) return new Refusal("identity.duty.basis.missing", "Input.LegalBasis");
        if (!AreaCodes.All(areaExists)) return new Refusal("identity.duty.area.unknown", "Input.Areas");
        if (Acting == Acting.Own) return null;
        // Whoever stands in does so for a time; an acting duty without an end would become a post without a decree.
        if (ValidTo is null) return new Refusal("identity.duty.to.missing", "Input.ValidTo");
        return OnBehalfOf is null && string.IsNullOrWhiteSpace(OnBehalfOfName) ? new Refusal("identity.duty.whose.missing", "Input.OnBehalfOfName") : null;
    }
}
