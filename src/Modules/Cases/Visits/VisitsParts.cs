using Layar.Cases.Contracts;
using Layar.Cases.Visits.FillVisit;
using Layar.Cases.Visits.Merging;
using Layar.Cases.Visits.NobodyHome;
using Layar.Cases.Visits.PlanVisits;
using Layar.Cases.Visits.ScheduleVisit;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Visits;

internal static class VisitsParts
{
    public static IServiceCollection AddVisits(this IServiceCollection services) => services
        .AddScoped<VisitAtHand>().AddScoped<VisitReading>().AddScoped<VisitorChoice>().AddScoped<PlannedVisits>().AddScoped<FieldDay.FieldDay>()
        .AddScoped<ScheduleVisit.ScheduleVisit>().AddScoped<RecordNobodyHome>().AddScoped<SaveGroup>().AddScoped<RecordVisit.RecordVisit>()
        .AddScoped<FieldBooks>().AddScoped<TakeChanges>().AddScoped<SettleFields>().AddScoped<TakingAlong.TakeAlong>().AddScoped<TakingAlong.TakePhoto>().AddScoped<TakingAlong.BringResult>()
        .AddScoped<TakingAlong.PhotoPieces>().AddSingleton<IJob, TakingAlong.OldPieces>()
        .AddScoped<ICasePanel, VisitPanel>().AddScoped<ICasePanel, WaitingAnswersPanel>()
        .AddSingleton(new SealedColumn("home_visit", "sealed_report")).AddSingleton(new SealedColumn("visit_group", "sealed_answers"))
        .AddSingleton(new SealedColumn("field_change", "sealed_values")).AddSingleton(new SealedColumn("visit_photo_piece", "sealed_bytes"));
}
