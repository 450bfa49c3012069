using Layar.Intake.Api;
using Layar.Intake.CasePanel;
using Layar.Intake.Notices;
using Layar.Intake.OnPhone;
using Layar.Intake.Posters;
using Layar.Intake.Reporting;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Intake.Tracking;
using Layar.Intake.Uploads;
using Layar.Intake.Voices;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.RunningOut;
using Layar.People.Contracts;
using Layar.Kernel.Mail;
using Layar.Kernel.Outbox;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake;

public static class IntakeModule
{
    /// <param name="mail">how the installation sends mail; without it no message waits for a post that never leaves</param>
    public static IServiceCollection AddIntake(this IServiceCollection services, MailRoad? mail) => mail is null ? services.AddReports()
        : services.AddReports().AddSingleton(new MailPost(mail)).AddConsumer<MailTheReporter>(MailTheReporter.ConsumerName, nameof(CaseOpened), nameof(CaseMoved), nameof(ReporterAsked));

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportSecrets>()
        .AddSingleton<ReportRules>()
        .AddScoped<ReportRows>()
        .AddScoped<SubmitReport>()
        .AddScoped<DraftBook>()
        .AddScoped<DraftPhotos>()
        .AddScoped<SendDraft>()
        .AddScoped<WizardTools>()
        .AddSingleton<Villages>()
        .AddSingleton<PhoneWords>()
        .AddSingleton<VillagePoster>()
        .AddSingleton<IJob, DraftExpiry>()
        .AddScoped<UploadBook>()
        .AddScoped<ReceivePiece>()
        .AddScoped<AttachPhoto>().AddScoped<AttachVoice>().AddScoped<AttachUpload>()
        .AddSingleton<IJob, UploadExpiry>()
        .AddSingleton<GuessLimit>()
        .AddSingleton<GuessLedger>()
        .AddSingleton<IJob>(services => services.GetRequiredService<GuessLedger>())
        .AddSingleton<StatusMemory>()
        .AddSingleton<ReportStatusEndpoint>()
        .AddScoped<ReportLookup>()
        .AddScoped<MainCase>()
        .AddScoped<TrackReport>()
        .AddScoped<ReporterActs>()
        .AddSingleton<TrackingPass>()
        .AddScoped<ReportsOfCases>()
        .AddScoped<IReportsOfCases>(provider => provider.GetRequiredService<ReportsOfCases>())
        .AddScoped<ICaseWords>(provider => provider.GetRequiredService<ReportsOfCases>())
        .AddScoped<ISameReporter>(provider => provider.GetRequiredService<ReportsOfCases>())
        .AddScoped<IReportPhotos, PhotosOfReports>()
        .AddScoped<ICasePanel, ReportsPanel>()
        .AddScoped<IPersonCopyPart, ReportsInCopy>()
        .AddScoped<IReadSubjects, ReportsAsSubjects>().AddScoped<IReadSubjects, ReportPhotosAsSubjects>().AddScoped<IReadSubjects, VoicesAsSubjects>()
        .AddScoped<IRunsOut, ReporterContacts>().AddScoped<IRunsOut, SecretReports>().AddScoped<IRunsOut, PhotosOfOldReports>()
        .AddSingleton(new SealedColumn("report", "sealed_content"))
        .AddSingleton(new SealedColumn("report", "sealed_contact"))
        .AddSingleton(new SealedColumn("report_draft", "sealed_answers"))
        .AddSingleton(new SealedColumn("report_draft_photo", "sealed_bytes"))
        .AddSingleton(new SealedColumn("report_upload_piece", "sealed_bytes"))
        .AddSingleton(new SealedColumn("report_addition", "sealed_words"))
        .AddSingleton(new SealedColumn("report_voice", "sealed_words"))
        .AddScoped<VoicesOfReports>().AddScoped<WriteDownVoice>();

    public static IEndpointRouteBuilder MapIntake(this IEndpointRouteBuilder app)
    {
        app.MapReports();
        app.MapUploads();
        app.MapQuickExit();
        app.MapPhone();
        app.MapReportPhotos();
        app.MapVoices();
        return app;
    }
}
