using System.Text.Encodings.Web;
using System.Text.Json;
using Layar.Kernel.Sheets;
using Layar.Kernel.Time;
using Layar.People.Contracts;

namespace Layar.People.Persons.GiveCopy;

/// <summary>The copy as a file: JSON for machines, so that the person can take the data elsewhere, or a table for a spreadsheet.</summary>
internal static class CopyFile
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(PersonCopy copy, Trail trail, DateTime madeAt) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        madeAt, complete = trail.Whole,
        sections = copy.Sections.Select(s => new { s.Title, lines = s.Lines }),
        readings = trail.Readings, acts = trail.Acts,
    }, Readable);

    /// <param name="words">headings of the two lists of the trail</param>
    public static byte[] Table(PersonCopy copy, Trail trail, (string Readings, string Acts) words)
    {
        var sheet = new CsvSheet();
        foreach (var section in copy.Sections)
            foreach (var line in section.Lines) sheet.Row(section.Title, line.Label, line.Value, line.Origin);
        foreach (var (title, lines) in ((string, IReadOnlyList<TrailLine>)[])[(words.Readings, trail.Readings), (words.Acts, trail.Acts)])
            foreach (var line in lines) sheet.Row(title, Wita.Full(line.At), line.What, $"{line.Of} · {line.Who}");
        return sheet.Bytes();
    }
}
