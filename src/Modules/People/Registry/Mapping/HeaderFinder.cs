using Layar.People.Registry.Reading;

namespace Layar.People.Registry.Mapping;

/// <summary>
/// Finds the header of a table among its first rows: the row, or the row with the one below it when cells are merged, in which
/// most columns have a known name. Titles, empty rows and rows of column numbers are passed over.
/// </summary>
internal static class HeaderFinder
{
    private const int RowsLookedAt = 60;
    private const int FewestKnown = 2;

    /// <summary>A header without known names has no kind; null when there is no row of three cells.</summary>
    public static TableLayout? Find(RowSource rows)
    {
        var seen = new List<(int Line, string[] Cells)>();
        while (seen.Count < RowsLookedAt && rows.Read()) seen.Add((rows.Line, [.. Enumerable.Range(0, rows.Columns).Select(c => Short(rows[c]))]));
        (int Score, string[] Headers, int Last)? best = null;
        for (var i = 0; i < seen.Count; i++)
        {
            Take(ref best, seen[i].Cells, seen[i].Line);
            if (i + 1 < seen.Count && !LooksLikeData(seen[i + 1].Cells)) Take(ref best, Joined(seen[i].Cells, seen[i + 1].Cells), seen[i + 1].Line);
        }
        if (best is { } found && found.Score >= FewestKnown) return Of(found.Headers, FirstLine(seen, found.Last));
        // Nobody knows these names; a person may say what they mean.
        var row = seen.FirstOrDefault(r => r.Cells.Count(c => c.Length > 0) >= 3);
        return row.Cells is null ? null : new TableLayout(null, row.Line + 1, row.Cells, new string?[row.Cells.Length]);
    }

    /// <summary>Reads the meaning of every header; a field belongs to the first column that names it.</summary>
    public static TableLayout Of(IReadOnlyList<string> headers, int firstLine)
    {
        var known = headers.Select(KnownColumns.Named).ToList();
        var kind = Kind([.. known.OfType<KnownColumn>().Select(k => k.Field)]);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var fields = known.Select((k, i) => Meaning(k, headers[i], kind) is { } field && taken.Add(field) ? field : null).ToList();
        return new TableLayout(kind, firstLine, headers, fields);
    }

    private static string? Meaning(KnownColumn? column, string header, TableKind? kind)
    {
        if (kind is not { } table || column is null) return null;
        // "Nama" of a family is its head; "Nama KK" of a person says nothing about the person.
        if (column.Field == "name" && table == TableKind.Family) return "head_name";
        return column.IsIn(table) ? column.Field : null;
    }

    private static TableKind? Kind(HashSet<string> fields) =>
        fields.Contains("nik") && (fields.Contains("name") || fields.Contains("birth_date")) && !(fields.Contains("head_name") && !fields.Contains("name")) ? TableKind.Person
        : fields.Contains("family_card") && (fields.Contains("head_name") || fields.Contains("size") || fields.Contains("decile") || fields.Contains("floor")) ? TableKind.Family
        : fields.Contains("nik") ? TableKind.Person
        : fields.Contains("family_card") && fields.Contains("name") ? TableKind.Family : null;

    private static void Take(ref (int Score, string[] Headers, int Last)? best, string[] headers, int line)
    {
        var score = headers.Where(h => h.Length > 0).Select(KnownColumns.Named).OfType<KnownColumn>().Select(k => k.Field).Distinct().Count();
        if (score > (best?.Score ?? 0)) best = (score, headers, line);
    }

    /// <summary>Merged cells: what stands above spreads to the right until the next heading, what stands below is more exact.</summary>
    private static string[] Joined(string[] above, string[] below)
    {
        var joined = new string[Math.Max(above.Length, below.Length)];
        var spread = "";
        for (var c = 0; c < joined.Length; c++)
        {
            var (top, bottom) = (c < above.Length ? above[c] : "", c < below.Length ? below[c] : "");
            if (top.Length > 0) spread = top;
            joined[c] = bottom.Length == 0 ? top : KnownColumns.Named($"{spread} {bottom}") is not null ? $"{spread} {bottom}" : bottom;
        }
        return joined;
    }

    private static bool LooksLikeData(string[] cells) => cells.Any(c => c.Count(char.IsAsciiDigit) >= 12) || cells.Count(c => c.Length > 0 && c.All(x => char.IsAsciiDigit(x) || x is '/' or '-' or '.')) > cells.Length / 2;

    /// <summary>Rows such as (1) (2) (3) number the columns.</summary>
    private static int FirstLine(List<(int Line, string[] Cells)> seen, int header)
    {
        var next = seen.FirstOrDefault(r => r.Line > header);
        var filled = next.Cells?.Where(c => c.Length > 0).ToList() ?? [];
        var numbers = filled.Select(c => int.TryParse(c.Trim('(', ')', '[', ']', ' '), out var n) ? n : -1).ToList();
        return numbers.Count > 2 && numbers.Zip(numbers.Skip(1)).All(p => p.Second == p.First + 1 && p.First > 0) ? next.Line + 1 : header + 1;
    }

    private static string Short(ReadOnlySpan<char> cell) => (cell.Length > 120 ? cell[..120] : cell).ToString().ReplaceLineEndings(" ");
}
