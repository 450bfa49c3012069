using Layar.Catalogue.Contracts;

namespace Layar.Intake.Information;

/// <summary>A service as a citizen reads about it: with every paper and when it is not needed.</summary>
internal sealed record ServiceFacts(Service Service, IReadOnlyList<PaperLine> Papers)
{
    public static ServiceFacts Of(Service service, ICatalogue catalogue) => new(service,
        PaperLine.Of(catalogue.RequirementsFor(service, Circumstances.None), catalogue.Documents));

    public static string? NoteOf(PaperLine paper) => paper.Need switch
    {
        RequirementNeed.IfAny => "intake.document.if-any",
        RequirementNeed.OneOf => "intake.document.one-of",
        _ => null,
    };
}
