using Layar.Cases.Workflow;
using Layar.Kernel.Sheets;
using Layar.Kernel.Time;

namespace Layar.Cases.Queue;

/// <summary>A list of cases for a spreadsheet, without personal numbers.</summary>
internal static class CaseCsv
{
    private static readonly string[] Columns = ["number", "received", "step", "report", "problem", "village", "district", "channel", "emergency", "due"];

    public static byte[] Write(IEnumerable<QueueRow> rows, CaseWords words)
    {
        var sheet = new CsvSheet().Row([.. Columns.Select(c => words.Text($"cases.column.{c}"))]);
        foreach (var row in rows)
        {
            var (near, wide) = words.Place(row.Area);
            sheet.Row(
                row.Number, Wita.Full(row.ReceivedAt), words.Step(row.Step), row.Title, words.Problem(row.Problem), near, wide ?? "",
                words.Channel(row.Channel), words.Text(row.Emergency ? "cases.yes" : "cases.no"), row.NextDueAt is { } due ? Wita.Full(due) : "");
        }
        return sheet.Bytes();
    }
}
