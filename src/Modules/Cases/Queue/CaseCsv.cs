using System.Text;
using Layar.Cases.Workflow;
using Layar.Kernel.Time;

namespace Layar.Cases.Queue;

/// <summary>
/// A list for a spreadsheet: semicolons and a byte order mark as Excel in Indonesian expects, cells that a spreadsheet would
/// take for a formula disarmed, and no personal numbers.
/// </summary>
internal static class CaseCsv
{
    private static readonly string[] Columns = ["number", "received", "step", "report", "problem", "village", "district", "channel", "emergency", "due"];

    public static byte[] Write(IEnumerable<QueueRow> rows, CaseWords words)
    {
        var text = new StringBuilder();
        Line(text, Columns.Select(c => words.Text($"cases.column.{c}")));
        foreach (var row in rows)
        {
            var (near, wide) = words.Place(row.Area);
            Line(text,
            [
                row.Number, Wita.Full(row.ReceivedAt), words.Step(row.Step), row.Title, words.Problem(row.Problem), near, wide ?? "",
                words.Channel(row.Channel), words.Text(row.Emergency ? "cases.yes" : "cases.no"), row.NextDueAt is { } due ? Wita.Full(due) : "",
            ]);
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static string Cell(string text)
    {
        text = text.ReplaceLineEndings(" ");
        var first = text.TrimStart().Normalize(NormalizationForm.FormKC);
        if (first.Length > 0 && (first[0] is '=' or '+' or '-' or '@' || text[0] is '\t' or '\r')) text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\t") >= 0 || text.StartsWith('\'') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
}
