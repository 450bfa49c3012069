using Layar.Cases.Contracts;
using Layar.Kernel.Outbox;
using Layar.Survey.Answering;
using Layar.Survey.Contracts;
using Layar.Survey.Invitations;
using Layar.Survey.Results;
using Layar.Survey.Solved;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Survey;

/// <summary>Satisfaction survey, its index, and the question whether the trouble is over.</summary>
public static class SurveyModule
{
    public static IServiceCollection AddSurvey(this IServiceCollection services) => services
        .AddSingleton<SurveyTokens>()
        .AddScoped<ISurveyLinks, SurveyLinks>()
        .AddScoped<ISolvedQuestions, SolvedQuestions>()
        .AddScoped<AnswerSurveyHandler>()
        .AddScoped<SurveyFigures>()
        .AddScoped<ISatisfaction, SurveyFigures>()
        .AddConsumer<InviteAfterCompletion>(InviteAfterCompletion.ConsumerName, nameof(CaseMoved));
}
