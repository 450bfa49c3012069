using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Layar.Bench.Limits;

/// <summary>
/// Kestrel that reads the same JSON and writes as many rows of the same shape, with the same indexes on as many rows, in
/// one transaction of prepared commands and one round trip. No rule is checked, nothing is derived.
/// </summary>
internal static class IntakePostgresLimit
{
    public static async Task Serve(IConfiguration options)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options["db"]) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 1, MaxPoolSize = 64 }.ConnectionString);
        var templates = await Prepare(source, options["rows"]!);
        var inserts = templates.Select(t => $"INSERT INTO bare.{t.Table} ({string.Join(',', t.Columns)}) VALUES ({string.Join(',', t.Columns.Select((_, i) => "$" + (i + 1)))})").ToArray();
        await LimitPrograms.Kestrel(options, app =>
        {
            app.MapGet("/ready", (RequestDelegate)(_ => Task.CompletedTask));
            app.MapPost("/", (RequestDelegate)(http => Take(http, source, templates, inserts)));
        });
    }

    private static async Task Take(HttpContext http, NpgsqlDataSource source, List<RowTemplate> templates, string[] inserts)
    {
        var report = await JsonSerializer.DeserializeAsync(http.Request.Body, BareJson.Default.BareReport);
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < templates.Count; i++)
        {
            var command = new NpgsqlBatchCommand(inserts[i]);
            templates[i].Fill((_, value) => command.Parameters.Add(new NpgsqlParameter { Value = value }));
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
        var answer = JsonSerializer.SerializeToUtf8Bytes(new BareAnswer(report!.ReportId!, "BLG-0000-0000", "123456"), BareJson.Default.BareAnswer);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer);
    }

    private static async Task<List<RowTemplate>> Prepare(NpgsqlDataSource source, string rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        var templates = await RowTemplate.Read(connection, rows);
        await Say("DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare");
        foreach (var table in templates.Select(t => t.Table).Distinct())
            await Say($"CREATE TABLE bare.{table} (LIKE public.{table} INCLUDING ALL); INSERT INTO bare.{table} SELECT * FROM public.{table}");
        await Say("ANALYZE");
        return templates;

        async Task Say(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
            await command.ExecuteNonQueryAsync();
        }
    }
}

internal sealed record BareReport(string? ReportId, string? For, string? Problem, bool Emergency, string? Story, string? AreaCode, double? Lat, double? Lon,
    int? AccuracyMetres, string? Landmark, BarePerson? Person, BareContact? Contact, string? Secrecy, string? ConsentVersion, int? Photos);

internal sealed record BarePerson(string? Name, string? AgeGroup, string? Sex, string? Nik);

internal sealed record BareContact(string? Channel, string? Value);

internal sealed record BareAnswer(string ReportId, string Code, string Pin);

[JsonSerializable(typeof(BareReport))]
[JsonSerializable(typeof(BareAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BareJson : JsonSerializerContext;
