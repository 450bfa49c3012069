using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Data;
using Layar.Survey.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Journeys.Tests.House;

/// <summary>Work that the house does behind the pages.</summary>
internal static class Background
{
    /// <summary>Waits until the dispatcher has told the survey that the case is completed.</summary>
    public static Task SurveyIsReady(this JourneyHouse house, Noted noted) => house.Server.Within(async services =>
    {
        var id = (await services.GetRequiredService<AppDb>().Set<CaseFile>().AsNoTracking().SingleAsync(c => c.Number == noted.Code)).Id;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await services.GetRequiredService<ISurveyLinks>().LinkFor(id, patience.Token) is null) await tick.WaitForNextTickAsync(patience.Token);
        return id;
    });
}
