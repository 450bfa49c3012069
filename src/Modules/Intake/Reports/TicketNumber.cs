using Layar.Catalogue.Contracts;

namespace Layar.Intake.Reports;

/// <summary>Eight stored symbols as people read them.</summary>
internal static class TicketNumber
{
    public static string Of(ICatalogue catalogue, string symbols) => $"{catalogue.Instance.TicketPrefix}-{symbols[..4]}-{symbols[4..]}";
}
