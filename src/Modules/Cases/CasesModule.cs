using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Cases.Figures;
using Layar.Cases.Files;
using Layar.Cases.Suggestions;
using Layar.Cases.Visits;
using Layar.Cases.Visits.TakingAlong;
using Layar.Cases.Workflow;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Layar.Cases;

public static class CasesModule
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapCarrying();
        app.MapCarriedPhotos();
    }

    /// <summary>The text of docs/workflow.md.</summary>
    public static string WorkflowDocument(IServiceProvider services) => new WorkflowDocument(services.GetRequiredService<TextCatalogue>()).Write();

    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.TryAddSingleton(WorkingCalendar.Shipped);
        return services
            .AddSingleton<CaseClocks>()
            .AddSingleton<ICaseOpening, CaseOpening>()
            .AddScoped<CaseVisibility>()
            .AddScoped<CaseProcess>()
            .AddScoped<ICaseProcess>(provider => provider.GetRequiredService<CaseProcess>())
            .AddSingleton<IOfficeFigures, OfficeFigures>()
            .AddScoped<ICaseFigures, CaseFigures>()
            .AddScoped<ICases, CaseReading>()
            .AddScoped<IPhotosOfCases, PhotosOfCases>()
            .AddCaseDesk()
            .AddCompleteness()
            .AddVisits()
            .AddSuggestions();
    }
}
