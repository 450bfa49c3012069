using Layar.Cases.Acts;
using Layar.Cases.Files;
using Layar.Cases.Jobs;
using Layar.Cases.Merge;
using Layar.Cases.Queue;
using Layar.Cases.Queue.OwnViews;
using Layar.Cases.RunningOut;
using Layar.Cases.Search;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Layar.Ui.Layouts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases;

/// <summary>The desk: queue, case file, acts, merging and search.</summary>
internal static class CaseDesk
{
    public static IServiceCollection AddCaseDesk(this IServiceCollection services) => services
        .AddScoped<CaseWords>()
        .AddScoped<OfficerQueue>().AddScoped<QueueReading>().AddScoped<QueueCounting>().AddSingleton<QueueCountMemory>().AddScoped<OwnViewBook>().AddSingleton<OwnViewMemory>().AddScoped<AcknowledgeMany>()
        .AddSingleton<StaffPlaces>().AddScoped<IStaffMenu, StaffMenu>()
        .AddSingleton<CasePresence>().AddScoped<CaseViewing>().AddScoped<OnThePage>().AddScoped<CaseCorrection>()
        .AddScoped<IPersonPanel, CasesOfPerson>().AddScoped<IPersonCopyPart, CasesInCopy>()
        .AddScoped<IReadSubjects, CasesAsSubjects>().AddScoped<IReadSubjects, CaseFilesAsSubjects>()
        .AddScoped<IRunsOut, OldCopies>().AddScoped<IRunsOut, OldVisitPhotos>().AddScoped<IRestrictedPersons, OfficersOfPersons>().AddScoped<AttachPerson>()
        .AddScoped<ActChoices>().AddScoped<Acts.Grants.GrantWarnings>().AddScoped<ActHandler>()
        .AddScoped<SimilarCases>().AddScoped<MergedUrgency>().AddScoped<MergeHandler>()
        .AddCaseSearch()
        .AddSingleton<IJob, ResumePostponed>().AddSingleton<IJob, ArchiveUnanswered>();
}
