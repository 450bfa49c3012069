using Layar.Catalogue.Contracts;

namespace Layar.Intake.Information;

/// <summary>A service as a citizen reads about it: with every document and when it is not needed.</summary>
internal sealed record ServiceFacts(Service Service, IReadOnlyList<(DocumentKind Document, string? Note)> Documents)
{
    public static ServiceFacts Of(Service service, ICatalogue catalogue) => new(service,
        [.. catalogue.RequirementsFor(service, Circumstances.None).Select(r => (catalogue.Documents[r.Document], NoteOf(r)))]);

    private static string? NoteOf(Requirement asked) => asked.Need switch
    {
        RequirementNeed.IfAny => "intake.document.if-any",
        RequirementNeed.OneOf => "intake.document.one-of",
        _ => null,
    };
}
