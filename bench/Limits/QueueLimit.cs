using System.Data.Common;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Layar.Bench.Limits;

/// <summary>The rows of the queue by plain SQL in a Razor page without layout, session or counts.</summary>
internal static class QueueLimit
{
    public static Task Serve(IConfiguration options)
    {
        var database = DatabaseChoice.Parse(options["db"], "");
        return LimitPrograms.Kestrel(options, app =>
        {
            app.MapGet("/ready", (RequestDelegate)(_ => Task.CompletedTask));
            app.MapRazorPages();
        }, services =>
        {
            // Only its own page: the start pages of the application would bring their layout with them.
            services.AddRazorPages(razor => razor.RootDirectory = "/Limits").ConfigureApplicationPartManager(manager =>
            {
                foreach (var part in manager.ApplicationParts.Where(p => p.Name != "Layar.Bench").ToList()) manager.ApplicationParts.Remove(part);
            });
            services.AddSingleton(database).AddSingleton(new QueueDistrict(options["district"]!));
        });
    }
}

internal sealed record QueueDistrict(string Code);

internal sealed record BareRow(string Number, string Title, string? Excerpt, string? Area, string Problem, string Channel, DateTime Due);

public sealed class BareQueueModel : PageModel
{
    private const string Query = """
        SELECT number, title, excerpt, area, problem, channel, next_due_at FROM case_file
        WHERE open AND NOT secret AND district = @district AND next_due_at IS NOT NULL ORDER BY next_due_at, id LIMIT 51
        """;

    internal List<BareRow> Rows { get; } = [];

    public async Task OnGetAsync()
    {
        var choice = HttpContext.RequestServices.GetRequiredService<DatabaseChoice>();
        await using DbConnection connection = choice.Kind == DatabaseKind.Sqlite ? new SqliteConnection(choice.ConnectionString) : new NpgsqlConnection(choice.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "district";
        parameter.Value = HttpContext.RequestServices.GetRequiredService<QueueDistrict>().Code;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) Rows.Add(Read(reader, choice.Kind));
    }

    private static BareRow Read(DbDataReader reader, DatabaseKind kind) => new(
        reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.GetString(4), reader.GetString(5), kind == DatabaseKind.Sqlite ? DateTime.UnixEpoch.AddMicroseconds(reader.GetInt64(6)) : reader.GetDateTime(6));
}
