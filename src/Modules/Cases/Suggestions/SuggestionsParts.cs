using Layar.Cases.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Suggestions;

internal static class SuggestionsParts
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddScoped<WhatTheCaseTells>().AddScoped<CaseSuggestions>().AddScoped<ICaseKnowledge, CaseKnowledge>().AddScoped<ICasePanel, SuggestionsPanel>();
}
