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

    /// <summary>Everything that is wrong with the form by itself; null when nothing is.</summary>
    public Refusal? Fault(Func<string, bool> areaExists) => Refusal.Of(Faults(areaExists));

    private IEnumerable<Refusal> Faults(Func<string, bool> areaExists)
    {
        if (Role is null || !Roles.All.Contains(Role)) yield return new Refusal("identity.duty.role.missing", "Input.Role");
        if (!AreaCodes.All(areaExists)) yield return new Refusal("identity.duty.area.unknown", "Input.Areas");
        if (ValidFrom is null) yield return new Refusal("identity.duty.from.missing", "Input.ValidFrom");
        if (ValidTo < ValidFrom) yield return new Refusal("identity.duty.to.early", "Input.ValidTo");
        // Whoever stands in does so for a time; an acting duty without an end would become a post without a decree.
        if (Acting != Acting.Own && ValidTo is null) yield return new Refusal("identity.duty.to.missing", "Input.ValidTo");
        if (string.IsNullOrWhiteSpace(LegalBasis)) yield return new Refusal("identity.duty.basis.missing", "Input.LegalBasis");
        if (Acting != Acting.Own && OnBehalfOf is null && string.IsNullOrWhiteSpace(OnBehalfOfName)) yield return new Refusal("identity.duty.whose.missing", "Input.OnBehalfOfName");
    }
}
