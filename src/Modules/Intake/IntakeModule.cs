using Layar.Intake.Api;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Intake.Tracking;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake;

public static class IntakeModule
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<ReportSecrets>()
        .AddSingleton<ReportRules>()
        .AddScoped<ReportRows>()
        .AddScoped<SubmitReport>()
        .AddSingleton<GuessLimit>()
        .AddScoped<ReportLookup>()
        .AddScoped<MainCase>()
        .AddSingleton(new SealedColumn("report", "sealed_content"))
        .AddSingleton(new SealedColumn("report", "sealed_contact"));

    public static IEndpointRouteBuilder MapIntake(this IEndpointRouteBuilder app)
    {
        app.MapReports();
        return app;
    }
}
