using Layar.Cases.Acts;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Ui.Layouts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases;

/// <summary>The desk: queue, case file, acts, merging and search.</summary>
internal static class CaseDesk
{
    public static IServiceCollection AddCaseDesk(this IServiceCollection services) => services
        .AddScoped<CaseWords>()
        .AddScoped<OfficerQueue>().AddScoped<QueueCounting>().AddSingleton<QueueCountMemory>().AddScoped<AcknowledgeMany>()
        .AddSingleton<StaffPlaces>().AddScoped<IStaffMenu, StaffMenu>()
        .AddScoped<CaseViewing>().AddScoped<CaseCorrection>()
        .AddScoped<ActChoices>().AddScoped<ActHandler>();
}
