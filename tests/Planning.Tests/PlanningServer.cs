using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.Planning.Replays;
using Layar.Planning.Replays.Counting;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Planning.Tests;

/// <summary>The application with a release of invented persons in force.</summary>
public class PlanningServer : StaffServer, IAsyncLifetime
{
    public const int People = 3000;
    public static readonly InventedRelease Invented = new(People);
    private readonly Dictionary<string, Visitor> visitors = [];

    protected virtual bool HasRelease => true;

    /// <summary>First day of a draft as the form offers it; ages are those of that day.</summary>
    public static DateOnly Tomorrow => Today.AddDays(1);

    public static DateOnly Today => Wita.Day(DateTime.UtcNow);

    public async new ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (!HasRelease) return;
        var folder = Directory.CreateDirectory(Path.Combine(DataFolder, "berkas")).FullName;
        await this.Release(RegistryKind.Dtsen, Today.AddDays(-40),
            InventedRelease.Csv(Path.Combine(folder, "11111111-keluarga.csv"), InventedRelease.FamilyHeader, Invented.FamilyRows()), InventedRelease.Csv(Path.Combine(folder, "11111111-individu.csv"), InventedRelease.PersonHeader, Invented.PersonRows()));
    }

    public async Task<Visitor> As(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor)) visitors[role] = visitor = await this.SignedIn(role);
        return visitor;
    }

    /// <summary>Writes a draft of a programme; returns the address of its version.</summary>
    public async Task<string> Draft(string code, string rule, Action<Form>? more = null)
    {
        var form = (await (await As(Roles.Planner)).Open($"/petugas/program/{code}/ubah")).Form("Simpan konsep").Set("Input.Note", "Uji").Set("Input.Rule", rule);
        more?.Invoke(form);
        var answer = await form.Press("Simpan konsep");
        return answer.Location ?? throw new InvalidOperationException(string.Join(" ", answer.Errors));
    }

    public async Task Activate(string version, DateOnly? from = null)
    {
        var answer = await (await (await As(Roles.Administrator)).Open(version)).Form("Aktifkan").Set("From", $"{from ?? Today:yyyy-MM-dd}").Press("Aktifkan");
        if (answer.Location is null) throw new InvalidOperationException(string.Join(" ", answer.Errors));
    }

    /// <summary>Begins a replay on the page and waits for its end; returns its address.</summary>
    public async Task<string> Replay(string query, string role = Roles.Planner)
    {
        var page = await (await As(role)).Open("/petugas/program/coba?" + query);
        return await Ended((await page.Form("Mulai uji").Press("Mulai uji")).Location!);
    }

    public async Task<string> Ended(string path)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await Stored(path)).State is ReplayState.Done or ReplayState.Failed) return path;
            await Task.Delay(200);
        }
        throw new TimeoutException(path);
    }

    internal Task<Replay> Stored(string path)
    {
        var id = new ReplayId(Guid.Parse(path.Split('/')[^1]));
        return Within(s => s.GetRequiredService<AppDb>().Set<Replay>().AsNoTracking().SingleAsync(r => r.Id == id));
    }

    internal async Task<ReplayResult> Result(string path) => ReplayResult.Read((await Stored(path)).Result)!;

    public static string Versi(string version) => "versi=" + version.Split('/')[^1];
}

[CollectionDefinition(Name)]
public sealed class PlanningHouse : ICollectionFixture<PlanningServer>
{
    public const string Name = "planning";
}
