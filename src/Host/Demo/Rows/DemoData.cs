using System.Data.Common;
using System.Threading.Channels;
using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Visits;
using Layar.Cases.Workflow;
using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo.Correspondence;
using Layar.Host.Demo.Lives;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Installations;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Persons;
using Layar.Survey.Answering;
using Layar.Survey.Invitations;
using Layar.Survey.Solved;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.Rows;

/// <summary>Makes twelve months of synthetic cases: one thread thinks them out, another writes and indexes them.</summary>
internal sealed class DemoData(
    AppDb db, WriteGate gate, ICatalogue catalogue, IAreas areas, CaseClocks clocks, ReportRows rows, ReportSecrets secrets, FieldCipher cipher, TextCatalogue texts, IFileStore files,
    SurveyTokens tokens, ICaseSearchBuilder search, Installation installation)
{
    // Tables with a row for most cases; the words of a case are looked up while they are written, so their tables are not among them.
    private static readonly Type[] Big =
        [typeof(Act), typeof(Report), typeof(CaseFile), typeof(Person), typeof(HomeVisit), typeof(SurveyInvitation), typeof(SurveyAnswer), typeof(SurveyProfile), typeof(SolvedQuestion)];

    private const string Quick = "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144;";
    private const string Usual = "PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;";

    /// <summary>Loads cases into an empty database; <paramref name="progress"/> hears of cases done.</summary>
    /// <returns>letters that the product has to write</returns>
    public async Task<IReadOnlyList<DemoLetter>> Make(DemoSize size, DateTime now, DemoStaff staff, DemoWords words, Action<int> progress, CancellationToken stop)
    {
        var year = await Year(size, now, staff, words, stop);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var queue = System.Threading.Channels.Channel.CreateBounded<DemoChunk>(2);
        var thinking = Task.Run(() => Think(year, queue.Writer, failed.Token), CancellationToken.None);
        try
        {
            return await Write(queue.Reader, size, progress, stop);
        }
        finally
        {
            await failed.CancelAsync();
            await thinking;
        }
    }

    private async Task<DemoYear> Year(DemoSize size, DateTime now, DemoStaff staff, DemoWords words, CancellationToken stop)
    {
        var papers = new DemoPapers(catalogue, cipher, texts, words, staff, Wita.Day(now));
        var deeds = new DemoDeeds(catalogue, WorkingCalendar.Shipped, staff, words, papers);
        var course = new DemoCourse(clocks, WorkingCalendar.Shipped, staff, deeds, size, now);
        var visits = new DemoVisits(catalogue, cipher, words, staff, new DemoAnswers());
        var traces = new DemoTraces(papers, visits, new DemoSurveys(tokens, words, size, now), await DemoAlbum.Draw(files, DemoYear.Seed, stop), size.WholeFrom(now));
        return new DemoYear(catalogue, areas, rows, secrets, installation, words, course, deeds, traces, size, now);
    }

    private static async Task Think(DemoYear year, ChannelWriter<DemoChunk> queue, CancellationToken stop)
    {
        try
        {
            foreach (var chunk in year.Chunks()) await queue.WriteAsync(chunk, stop);
            queue.Complete();
        }
        catch (Exception failure)
        {
            queue.TryComplete(failure);
        }
    }

    private async Task<IReadOnlyList<DemoLetter>> Write(ChannelReader<DemoChunk> chunks, DemoSize size, Action<int> progress, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var writer = new RowWriter(db.Model, db.Kind);
        var letters = new List<DemoLetter>();
        var done = 0;
        try
        {
            await Say(connection, db.Kind == DatabaseKind.Sqlite ? Quick : "SET synchronous_commit TO off");
            var indexes = new DemoIndexes(connection, db.Kind);
            if (!size.Small) await indexes.Take(Big.Select(t => writer.Shape(t).Table), stop);
            await foreach (var chunk in chunks.ReadAllAsync(stop))
            {
                await Load(writer, connection, chunk, stop);
                await search.Add(chunk.Words, stop);
                letters.AddRange(chunk.Letters);
                progress(done += chunk.Cases);
            }
            await indexes.PutBack((i, all) => DemoTerminal.Line($"Putting indexes back: {i} of {all}"), stop);
            await Say(connection, db.Kind == DatabaseKind.Sqlite ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);" : "VACUUM ANALYZE");
        }
        finally
        {
            await Say(connection, db.Kind == DatabaseKind.Sqlite ? Usual : "RESET synchronous_commit");
            await db.Database.CloseConnectionAsync();
        }
        return letters;
    }

    private async Task Load(RowWriter writer, DbConnection connection, DemoChunk chunk, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        foreach (var (type, list) in chunk.Rows) await writer.Load(connection, transaction, type, list, stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task Say(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }
}
