using Layar.Cases.Completeness.AnswerQuestions;
using Layar.Cases.Completeness.CheckReport;
using Layar.Cases.Contracts;
using Layar.Kernel.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Completeness;

internal static class CompletenessParts
{
    public static IServiceCollection AddCompleteness(this IServiceCollection services) => services
        .AddScoped<CaseAtHand>().AddScoped<Checklists>().AddScoped<CasePhotos>().AddSingleton<IncomingFile>()
        .AddScoped<CheckReading>().AddScoped<CheckDocuments>().AddScoped<MarkComplete>().AddScoped<ChooseService.ChooseService>()
        .AddScoped<RequestCompletion.RequestCompletion>().AddScoped<RequestCompletion.AskFacts>().AddScoped<RequestCompletion.NewQuestions>().AddScoped<CancelRequest>()
        .AddScoped<AskedQuestions>().AddScoped<ICaseQuestions>(provider => provider.GetRequiredService<AskedQuestions>())
        .AddScoped<ICasePanel, CompletenessPanel>().AddScoped<ICasePanel, QuestionsPanel>()
        .AddSingleton(new SealedColumn("case_document", "sealed_reason"))
        .AddSingleton(new SealedColumn("case_question", "sealed_text")).AddSingleton(new SealedColumn("case_question", "sealed_answer"));
}
