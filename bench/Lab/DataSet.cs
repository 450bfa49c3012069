using System.Data.Common;
using System.Diagnostics;
using Layar.Host;
using Layar.Host.CommandLine;
using Layar.Kernel.Acts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Layar.Bench.Lab;

/// <summary>One database of demo cases with its key ring and files.</summary>
internal sealed class DataSet(TestSite site, string name, string folder, int cases) : IAsyncDisposable
{
    public string Name => name;

    public string Folder => folder;

    public int Cases => cases;

    /// <summary>How long making it took.</summary>
    public TimeSpan Made { get; set; }

    public string Database { get; } = $"layar_bench_{Environment.ProcessId}_{name}";

    /// <summary>As <c>--db</c> takes it.</summary>
    public string Db => site.Postgres ? "postgres:" + site.ConnectionTo(this) : "sqlite:" + Path.Combine(folder, "layar.db");

    public DbConnection Connect() => site.Postgres
        ? new NpgsqlConnection(site.ConnectionTo(this))
        : new SqliteConnection($"Data Source={Path.Combine(folder, "layar.db")};Pooling=False;Default Timeout=60");

    public async Task<TimeSpan> Fill(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await using var maker = ChildProcess.DotNet("Layar.Host.dll",
            ["demo", "--data", folder, "--db", Db, "--cases", cases.ToString(System.Globalization.CultureInfo.InvariantCulture), "--letters", "0", "--only-data", "true"]);
        if (await maker.Finish(stop) != 0) throw new CannotMeasure($"the demo data could not be made:\n{maker.Output}");
        var made = watch.Elapsed;
        await Seal(stop);
        return made;
    }

    /// <summary>An office seals one day each night; a year of them at once, beside the work that is measured, is nobody's everyday.</summary>
    private async Task Seal(CancellationToken stop)
    {
        await using var app = Program();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DaySealer>().SealFinishedDays(stop);
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Layar on this database in our own process, not started.</summary>
    public WebApplication Program()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = folder, ["db"] = Db, ["port"] = "0" }).Build();
        return LayarApp.Build(Settings.From(configuration, demo: true));
    }

    /// <summary>The first column of all rows.</summary>
    public async Task<List<string>> List(string sql, CancellationToken stop)
    {
        await using var open = Connect();
        await open.OpenAsync(stop);
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var list = new List<string>();
        while (await reader.ReadAsync(stop)) list.Add(reader.GetString(0));
        return list;
    }

    public async ValueTask DisposeAsync() => await site.Drop(this);
}
