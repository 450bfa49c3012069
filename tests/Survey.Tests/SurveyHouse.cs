using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Survey.Answering;
using Layar.Survey.Contracts;
using Layar.Survey.Index;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Survey.Tests;

[CollectionDefinition(Name)]
public sealed class SurveyHouse : ICollectionFixture<StaffServer>
{
    public const string Name = "survey";
}

internal static class Given
{
    private static int number;

    public static readonly StaffMember Manager = new(new StaffId(Guid.CreateVersion7()), "uji", "Petugas Uji", new HashSet<string> { Roles.Manager }, [], null, new Dictionary<string, string>());

    public static async Task<CaseId> OpenCase(this LayarServer server, string? service = "alat-bantu")
    {
        var id = new CaseId(Guid.CreateVersion7());
        var rows = server.Services.GetRequiredService<ICaseOpening>().Open(new NewCase
        {
            Id = id, Number = $"BLG-SRV-{Interlocked.Increment(ref number):D6}", Problem = "alat-bantu", Service = service, Title = "Kursi roda", Area = "63.11.02.2004",
            Channel = "web", Emergency = false, Secret = false, ReceivedAt = DateTime.UtcNow.AddDays(-3), Actor = Actor.Citizen,
        }).Rows;
        await server.Services.GetRequiredService<GroupCommit>().Write(rows, CancellationToken.None);
        return id;
    }

    /// <summary>Referred to another agency, which answered: the shortest road to the end.</summary>
    public static Task Complete(this LayarServer server, CaseId id) => server.Within(async scope =>
    {
        foreach (var act in new[] { CaseActKind.ReferOut, CaseActKind.RecordAgencyAnswer })
        {
            var outcome = await scope.GetRequiredService<Change>().Run(() => scope.GetRequiredService<ICaseProcess>()
                .Do(id, act, Manager, new CaseActDetail(Reason: "uji"), CancellationToken.None), CancellationToken.None);
            Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        }
        return true;
    });

    public static async Task<string> Link(this LayarServer server, CaseId id)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await server.Within(s => s.GetRequiredService<ISurveyLinks>().LinkFor(id)) is { } link) return link;
            await Task.Delay(100);
        }
        throw new TimeoutException("No survey link after 20 seconds.");
    }

    public static async Task<string> CompletedLink(this LayarServer server, string? service = "alat-bantu")
    {
        var id = await server.OpenCase(service);
        await server.Complete(id);
        return await server.Link(id);
    }

    public static Form Mark(this Form form, string mark = "4", int elements = 9)
    {
        foreach (var key in SurveyScheme.Standard.Elements.Take(elements)) form.Set($"Marks[{key}]", mark);
        return form;
    }

    public static Task<int> Count<T>(this LayarServer server) where T : class => server.Within(s => s.GetRequiredService<AppDb>().Set<T>().CountAsync());

    /// <summary>Answers of one service in one month, all with the same mark.</summary>
    public static Task Answers(this LayarServer server, DateOnly month, string service, int count, int mark, string? comment = null) => server.Within(async scope =>
    {
        var marks = SurveyScheme.Standard.Elements.ToDictionary(k => k, _ => mark);
        marks["time"] = Math.Max(1, mark - 1);
        var rows = Enumerable.Range(0, count).Select(_ => (object)SurveyAnswer.Of(marks, service, comment, month)).ToList();
        await scope.GetRequiredService<GroupCommit>().Write(rows, CancellationToken.None);
        return true;
    });

    public static Task<OutboxMessage> Completion(this LayarServer server, CaseId id) => server.Within(s => s.GetRequiredService<AppDb>().Set<OutboxMessage>()
        .SingleAsync(m => m.Event == nameof(CaseMoved) && m.Payload.Contains(id.Value.ToString()) && m.Payload.Contains("\"To\":\"Completed\"")));
}
