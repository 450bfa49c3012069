using System.Reflection;
using Layar.Cases;
using Layar.Cases.Contracts;
using Layar.Catalogue;
using Layar.Catalogue.Contracts;
using Layar.Areas;
using Layar.Host.CommandLine;
using Layar.Host.Staff;
using Layar.Identity;
using Layar.Intake;
using Layar.Insight;
using Layar.Kernel.Data;
using Layar.Letters;
using Layar.People;
using Layar.Planning;
using Layar.Privacy;
using Layar.Survey;
using Layar.Ui;
using Layar.Weather;

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
        typeof(AreasModule).Assembly,
        typeof(PeopleModule).Assembly,
        typeof(CasesModule).Assembly,
        typeof(LettersModule).Assembly,
        typeof(IntakeModule).Assembly,
        typeof(Modules).Assembly,
        typeof(SurveyModule).Assembly,
        typeof(InsightModule).Assembly,
        typeof(PlanningModule).Assembly,
        typeof(PrivacyModule).Assembly,
        typeof(WeatherModule).Assembly,
    ];

    public static void Add(IServiceCollection services, Settings settings) => services
        .AddUi()
        .AddCatalogue(new CatalogueSettings { Area = settings.Installation.AreaCode, Directory = settings.CatalogueFolder })
        .AddIdentity()
        .AddAreas()
        .AddPeople(settings.CatalogueFolder)
        .AddCases()
        .AddLetters(settings.CatalogueFolder)
        .AddIntake(settings.Mail)
        .AddSurvey()
        .AddInsight()
        .AddPlanning()
        .AddPrivacy()
        .AddWeather(settings.Weather)
        .AddScoped<IOfficerDirectory, StaffRegister>()
        .AddScoped<IHomeVisitors, StaffRegister>();

    /// <summary>Reference data that every installation holds; safe to repeat.</summary>
    public static Task Seed(IServiceProvider scope) => AreasModule.Seed(scope, CancellationToken.None);

    public static void Map(WebApplication app)
    {
        app.MapIdentity();
        app.MapAreas();
        app.MapPeople();
        app.MapCases();
        app.MapIntake();
        app.MapLetters();
    }
}
