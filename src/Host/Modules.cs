using System.Reflection;
using Layar.Cases;
using Layar.Catalogue;
using Layar.Catalogue.Contracts;
using Layar.Host.CommandLine;
using Layar.Identity;
using Layar.Insight;
using Layar.Kernel.Data;
using Layar.People;
using Layar.Survey;
using Layar.Ui;

namespace Layar.Host;

/// <summary>The one list of rooms.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<Assembly> Assemblies =
    [
        typeof(AppDb).Assembly,
        typeof(UiModule).Assembly,
        typeof(CatalogueModule).Assembly,
        typeof(IdentityModule).Assembly,
        typeof(PeopleModule).Assembly,
        typeof(CasesModule).Assembly,
        typeof(SurveyModule).Assembly,
        typeof(InsightModule).Assembly,
    ];

    public static void Add(IServiceCollection services, Settings settings) => services
        .AddUi()
        .AddCatalogue(new CatalogueSettings { Area = settings.Installation.AreaCode, Directory = settings.CatalogueFolder })
        .AddIdentity()
        .AddPeople()
        .AddCases()
        .AddSurvey()
        .AddInsight();

    public static void Map(WebApplication app)
    {
    }
}
