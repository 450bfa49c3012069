using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Counts problems by cause and keeps the rows: every one in quarantine, the first thousands of those that are only odd.</summary>
internal sealed class ProblemLog(RegistryImportId import, FieldCipher cipher)
{
    public const int OddRowsKept = 2000;
    private const int PlacesNamed = 5;
    private const int LongestRow = 8000;
    private readonly Dictionary<string, (bool Quarantined, int Count, List<string> Places)> causes = new(StringComparer.Ordinal);

    public List<CauseCount> Causes => [.. causes.Select(c => new CauseCount(c.Key, c.Value.Quarantined, c.Value.Count, c.Value.Places)).OrderByDescending(c => c.Quarantined).ThenByDescending(c => c.Count)];

    public int Quarantined { get; private set; }

    /// <summary>Null when enough rows of this cause are kept.</summary>
    public RegistryProblem? Note(string cause, bool quarantined, int sheet, RowSource rows, int column)
    {
        var (_, count, places) = causes.TryGetValue(cause, out var known) ? known : (quarantined, 0, []);
        if (places.Count < PlacesNamed) places.Add(rows.Place(column));
        causes[cause] = (quarantined, count + 1, places);
        if (quarantined) Quarantined++;
        else if (count >= OddRowsKept) return null;
        var id = new RegistryProblemId(Guid.CreateVersion7());
        return new RegistryProblem
        {
            Id = id, ImportId = import, Cause = cause, Quarantined = quarantined, Sheet = sheet, Line = rows.Line, Cell = RowSource.Cell(column, rows.Line),
            SealedRow = cipher.Seal(WholeRow(rows), RegistryProblem.RowColumn, id.Value),
        };
    }

    private static string WholeRow(RowSource rows)
    {
        var text = new System.Text.StringBuilder();
        for (var c = 0; c < rows.Columns && text.Length < LongestRow; c++)
        {
            if (c > 0) text.Append('\u001F');
            text.Append(rows[c]);
        }
        return text.ToString();
    }
}
