using System.Data.Common;
using System.Threading.Channels;
using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo;

/// <summary>
/// Makes a year of synthetic cases: the same cases for the same number and day; only what the key ring draws (codes,
/// PINs) differs between installations. Rows are made on one thread and bulk-loaded on another.
/// </summary>
internal sealed class DemoData(AppDb db, WriteGate gate, ICatalogue catalogue, IAreas areas, CaseClocks clocks, ReportRows rows, ReportSecrets secrets, Installation installation, TimeProvider time)
{
    private const int ChunkSize = 5_000;

    /// <summary>Loads <paramref name="count"/> cases into an empty database; <paramref name="progress"/> hears of cases done.</summary>
    public async Task Make(int count, Action<int> progress, CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var staff = await Staff(stop);
        var queue = System.Threading.Channels.Channel.CreateBounded<DemoChunk>(2);
        var writing = Task.Run(() => Write(queue.Reader, progress, stop), stop);
        try
        {
            foreach (var chunk in Chunks(count, now, staff)) await queue.Writer.WriteAsync(chunk, stop);
            queue.Writer.Complete();
        }
        catch (Exception failure)
        {
            queue.Writer.TryComplete(failure);
        }
        await writing;
    }

    private IEnumerable<DemoChunk> Chunks(int count, DateTime now, IReadOnlyDictionary<string, Actor> staff)
    {
        var random = new Random(20261121);
        var villages = areas.Below(installation.AreaCode).SelectMany(d => areas.Below(d.Code)).ToList();
        var words = new DemoWords();
        var reports = new DemoReports(catalogue, villages, words);
        var codes = new HashSet<string>();
        var remains = new DemoRemains();
        var course = new DemoCourse(clocks, WorkingCalendar.Shipped, catalogue, staff, now) { Happened = remains.Happened };
        var chunk = new DemoChunk();
        for (var i = 0; i < count; i++)
        {
            var at = ReceivedAt(i, count, now, random);
            One(reports, course, remains, chunk, codes, at, random);
            if (chunk.Cases < ChunkSize) continue;
            yield return chunk;
            chunk = new DemoChunk();
        }
        yield return chunk;
    }

    private void One(DemoReports reports, DemoCourse course, DemoRemains remains, DemoChunk chunk, HashSet<string> codes, DateTime at, Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        var (report, incoming, social) = reports.Next(random, new Guid(id), at);
        var keys = secrets.For(report.Id, report.Secrecy == Secrecy.Secret);
        var draw = 0;
        var code = secrets.Code(catalogue.Instance.TicketPrefix, report.Id, draw);
        while (!codes.Add(code.Symbols)) code = secrets.Code(catalogue.Instance.TicketPrefix, report.Id, ++draw);
        var (made, _) = rows.Of(report, incoming, code, keys, secrets.ContentHash(report.Id.Value.ToString("N")), at);
        var file = made.OfType<CaseFile>().Single();
        var acts = made.OfType<Act>().ToList();
        remains.Begin(file);
        course.Live(file, acts[0], social, random, acts);
        chunk.Add(made.Where(r => r is Report or CaseFile or Layar.People.Persons.Person));
        chunk.Add(acts);
        chunk.Cases++;
    }

    /// <summary>Spread over a year; a small demo has more of the last weeks, so that its queues are not empty.</summary>
    private static DateTime ReceivedAt(int index, int count, DateTime now, Random random)
    {
        var share = (index + random.NextDouble()) / count;
        var age = count <= 5_000 ? Math.Pow(1 - share, 3) : 1 - share;
        return now.AddDays(-365 * age).AddMinutes(-5);
    }

    private async Task<IReadOnlyDictionary<string, Actor>> Staff(CancellationToken stop)
    {
        var accounts = await db.Set<StaffAccount>().AsNoTracking().Where(a => a.Demo).ToListAsync(stop);
        return accounts.Where(a => Roles.All.Contains(a.UserName)).ToDictionary(a => a.UserName, a => new Actor(a.Id.Value, a.Name, a.UserName));
    }

    private async Task Write(ChannelReader<DemoChunk> chunks, Action<int> progress, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        if (db.Kind == DatabaseKind.Sqlite) await Say(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144;");
        var writer = new RowWriter(db.Model, db.Kind);
        var done = 0;
        await foreach (var chunk in chunks.ReadAllAsync(stop))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            foreach (var (type, list) in chunk.Rows) await writer.Load(connection, transaction, type, list, stop);
            await transaction.CommitAsync(stop);
            progress(done += chunk.Cases);
        }
        await Say(connection, db.Kind == DatabaseKind.Sqlite ? "PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);" : "ANALYZE");
        await db.Database.CloseConnectionAsync();
    }

    private static async Task Say(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }
}
