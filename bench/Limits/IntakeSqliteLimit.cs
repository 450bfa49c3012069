using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Layar.Bench.Load;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Layar.Bench.Limits;

/// <summary>
/// One writer (WAL, synchronous=FULL) that commits what waits; callers in the same process wait for their commit. Writes
/// into a copy of the file's tables, with the same indexes on as many rows, and prints one line of JSON.
/// </summary>
internal static class IntakeSqliteLimit
{
    public static async Task Run(IConfiguration options)
    {
        var clients = int.Parse(options["clients"]!, CultureInfo.InvariantCulture);
        var seconds = double.Parse(options["seconds"]!, CultureInfo.InvariantCulture);
        var file = options["file"]! + ".bare";
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Say(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;");
        var templates = await Copy(connection, options["file"]!, options["rows"]!);
        var queue = Channel.CreateUnbounded<TaskCompletionSource>(new UnboundedChannelOptions { SingleReader = true });
        var writer = Task.Run(() => Write(connection, templates, queue.Reader));
        var watch = Stopwatch.StartNew();
        var callers = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => Client(queue.Writer, watch, seconds))));
        // A writer that failed answers nobody: its callers would wait for ever.
        if (await Task.WhenAny(writer, callers) == writer) await writer;
        var ticks = await callers;
        var sample = Sample.Of([.. ticks.SelectMany(t => t)], 0, watch.Elapsed.TotalSeconds);
        queue.Writer.Complete();
        await writer;
        Console.WriteLine(JsonSerializer.Serialize(sample));
    }

    private static async Task<List<long>> Client(ChannelWriter<TaskCompletionSource> queue, Stopwatch watch, double seconds)
    {
        var ticks = new List<long>(100_000);
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await queue.WriteAsync(done);
            await done.Task;
            ticks.Add(Stopwatch.GetTimestamp() - start);
        }
        return ticks;
    }

    private static async Task Write(SqliteConnection connection, List<RowTemplate> templates, ChannelReader<TaskCompletionSource> queue)
    {
        var commands = templates.Select(t => Insert(connection, t)).ToList();
        var group = new List<TaskCompletionSource>();
        while (await queue.WaitToReadAsync())
        {
            while (group.Count < 128 && queue.TryRead(out var next)) group.Add(next);
            using (var transaction = connection.BeginTransaction())
            {
                foreach (var _ in group)
                    for (var i = 0; i < templates.Count; i++)
                    {
                        var command = commands[i];
                        command.Transaction = transaction;
                        templates[i].Fill((n, value) => command.Parameters[n].Value = value);
                        command.ExecuteNonQuery();
                    }
                transaction.Commit();
            }
            foreach (var done in group) done.SetResult();
            group.Clear();
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection, RowTemplate template)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {template.Table} ({string.Join(',', template.Columns)}) VALUES ({string.Join(',', template.Columns.Select((_, i) => "$p" + i))})";
        for (var i = 0; i < template.Columns.Count; i++) command.Parameters.AddWithValue("$p" + i, DBNull.Value);
        command.Prepare();
        return command;
    }

    private static async Task<List<RowTemplate>> Copy(SqliteConnection connection, string original, string rows)
    {
        Say(connection, $"ATTACH '{original}' AS original");
        await using var source = new SqliteConnection($"Data Source={original};Mode=ReadOnly;Pooling=False");
        source.Open();
        var templates = await RowTemplate.Read(source, rows);
        foreach (var table in templates.Select(t => t.Table).Distinct())
        {
            if (Ask(connection, $"SELECT count(*) FROM main.sqlite_master WHERE name = '{table}'") == "1") continue;
            foreach (var kind in (string[])["table", "index"])
            {
                foreach (var sql in Texts(connection, $"SELECT sql FROM original.sqlite_master WHERE tbl_name = '{table}' AND type = '{kind}' AND sql IS NOT NULL")) Say(connection, sql);
                if (kind == "table") Say(connection, $"INSERT INTO main.{table} SELECT * FROM original.{table}");
            }
        }
        Say(connection, "DETACH original");
        return templates;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var list = new List<string>();
        while (reader.Read()) list.Add(reader.GetString(0));
        return list;
    }

    private static string? Ask(SqliteConnection connection, string sql) => Texts(connection, sql.Replace("count(*)", "CAST(count(*) AS text)")).FirstOrDefault();

    private static void Say(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        command.ExecuteNonQuery();
    }
}
