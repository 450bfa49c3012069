using System.Globalization;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Insight.Rollup;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Insight.Tests;

/// <summary>Two years of random histories, the same in every run.</summary>
public sealed class InsightServer : StaffServer
{
    public const int Cases = 400;

    protected override async Task Prepare(IServiceProvider services)
    {
        await base.Prepare(services);
        await Histories.Write(services, Cases, new Random(20261121));
    }
}

[CollectionDefinition(Name)]
public sealed class InsightHouse : ICollectionFixture<InsightServer>
{
    public const string Name = "insight";
}

internal static class Histories
{
    private static int number;
    private static readonly string?[] Areas = ["63.11.01.2001", "63.11.02.2004", "63.11.02.2005", "63.11.03.2001", "63.11.04", null];
    private static readonly string?[] Services = ["alat-bantu", "kube", "rtlh", null];
    private static readonly string[] Problems = ["lansia", "odgj", "alat-bantu", "rumah"];
    private static readonly StaffMember Manager = new(new StaffId(Guid.CreateVersion7()), "uji", "Petugas Uji", new HashSet<string> { Roles.Manager, Roles.Operator }, [], null, new Dictionary<string, string>());

    public static async Task Write(IServiceProvider services, int count, Random random)
    {
        var opening = services.GetRequiredService<ICaseOpening>();
        var ids = new List<CaseId>();
        var rows = new List<object>();
        for (var i = 0; i < count; i++)
        {
            var id = new CaseId(Guid.CreateVersion7());
            ids.Add(id);
            rows.AddRange(opening.Open(Case(id, Interlocked.Increment(ref number), random)).Rows);
        }
        await Load(services.GetRequiredService<AppDb>(), rows);
        foreach (var id in ids) await Act(services, id, random.Next(6));
    }

    private static async Task Load(AppDb db, List<object> rows)
    {
        var writer = new RowWriter(db.Model, db.Kind);
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync();
        foreach (var kind in rows.GroupBy(r => r.GetType())) await writer.Load(db.Database.GetDbConnection(), transaction, kind.Key, kind, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>What becomes of a case: nothing, referred, resolved (two of six), archived or merged.</summary>
    private static async Task Act(IServiceProvider services, CaseId id, int fate)
    {
        CaseActKind[] acts = fate switch
        {
            1 => [CaseActKind.ReferOut],
            2 or 3 => [CaseActKind.ReferOut, CaseActKind.RecordAgencyAnswer],
            4 => [CaseActKind.Archive],
            5 => [CaseActKind.Merge],
            _ => [],
        };
        foreach (var act in acts)
            Assert.True((await services.GetRequiredService<Change>().Run(() => services.GetRequiredService<ICaseProcess>()
                .Do(id, act, Manager, new CaseActDetail(Reason: "uji"), CancellationToken.None), CancellationToken.None)).IsDone);
        services.GetRequiredService<AppDb>().ChangeTracker.Clear();
    }

    private static NewCase Case(CaseId id, int serial, Random random) => new()
    {
        Id = id, Number = string.Create(CultureInfo.InvariantCulture, $"BLG-INS-{serial:D6}"), Problem = Problems[random.Next(4)], Service = Services[random.Next(4)],
        Title = "Uji", Area = Areas[random.Next(6)], Channel = random.Next(2) == 0 ? "web" : "whatsapp", Emergency = false, Secret = random.Next(10) == 0,
        Social = random.Next(3) switch { 0 => true, 1 => false, _ => null }, ReceivedAt = Received(random), Actor = Actor.Citizen,
    };

    // Hours before and after midnight UTC and WITA matter: every hour of the day occurs.
    private static DateTime Received(Random random) => DateTime.UtcNow.AddMinutes(-random.Next(1, 2 * 365 * 24 * 60));

    public static async Task<List<CaseFigure>> All(this IServiceProvider scope)
    {
        var figures = new List<CaseFigure>();
        await foreach (var figure in scope.GetRequiredService<ICaseFigures>().Received(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1))) figures.Add(figure);
        return figures;
    }

    public static Task Settle(this LayarServer server) => server.Within(async s =>
    {
        await s.GetRequiredService<CaseDayRollup>().Rebuild(CancellationToken.None);
        return true;
    });
}
