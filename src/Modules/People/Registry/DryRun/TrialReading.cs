using System.Threading.Channels;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Uploading;

namespace Layar.People.Registry.DryRun;

/// <summary>Reads the tables of an import one after the other, families first, and hands on what is to be written.</summary>
internal sealed class TrialReading(ImportFiles files, TrialDesk desk, ChannelWriter<Batch> output)
{
    private const int RowsBetweenLooks = 4096;
    private long bytesBefore;
    private int rowsRead;

    /// <summary>Runs on a thread of its own beside the one that writes.</summary>
    public async Task Read(IReadOnlyList<FoundTable> tables, CancellationToken stop)
    {
        var numbered = tables.Select((t, i) => (Table: t, Number: i)).ToList();
        desk.Result.LeftOut.AddRange(tables.Where(t => t.Layout?.Kind is null).Select(t => t.Name));
        foreach (var (table, number) in numbered.Where(t => t.Table.Layout?.Kind is not null).OrderByDescending(t => t.Table.Layout!.Kind)) await Read(table, number, stop);
        await Hand(0, stop);
    }

    private async Task Read(FoundTable table, int number, CancellationToken stop)
    {
        using var file = files.Open(table.File);
        using var rows = file.Rows(table.Index);
        var layout = table.Layout!;
        if (!layout.IsComplete) throw new ReadingFault("columns-missing", table.Name);
        var read = ReaderOf(layout, rows, number);
        var count = 0;
        while (rows.Read())
        {
            if (rows.Line < layout.FirstLine) continue;
            read();
            rowsRead++;
            if (++count % RowsBetweenLooks == 0) stop.ThrowIfCancellationRequested();
            if (desk.Batch.IsFull) await Hand(rows.BytesRead, stop);
        }
        bytesBefore += rows.BytesRead;
        desk.Result.Formulas += rows.Formulas;
        var raw = layout.RawColumns;
        desk.Result.Tables.Add(new TableRead(number, table.Name, layout.Kind.ToString()!, count, [.. layout.Headers], [.. raw.Select(c => layout.Headers[c])], [.. raw.Where(c => layout.Fields[c] is null).Select(c => layout.Headers[c])]));
    }

    private Action ReaderOf(TableLayout layout, RowSource rows, int number) =>
        layout.Kind == TableKind.Family ? new FamilyReading(desk, layout, rows, number).Read : new PersonReading(desk, layout, rows, number).Read;

    private async Task Hand(long bytes, CancellationToken stop)
    {
        var batch = desk.Batch;
        desk.Batch = new Batch();
        desk.Result.Families += batch.Families.Count;
        (batch.BytesDone, batch.RowsDone) = (bytesBefore + bytes, rowsRead);
        await output.WriteAsync(batch, stop);
    }
}
