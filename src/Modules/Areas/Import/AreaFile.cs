namespace Layar.Areas.Import;

/// <summary>Reads <c>code,parent,name[,kind]</c>, with comma or semicolon, columns in any order, quotes allowed. Says every fault with its line.</summary>
internal static class AreaFile
{
    private const int MostFaults = 50;

    public static (IReadOnlyList<AreaLine> Lines, IReadOnlyList<string> Faults) Read(TextReader reader)
    {
        var lines = new List<AreaLine>();
        var faults = new List<string>();
        var header = reader.ReadLine();
        if (string.IsNullOrWhiteSpace(header)) return ([], ["line 1: the file is empty; the first line names the columns code,parent,name"]);
        var mark = header.Contains(';') ? ';' : ',';
        var columns = Split(header.TrimStart('\uFEFF'), mark)?.Select(c => c.Trim().ToLowerInvariant()).ToList() ?? [];
        int code = columns.IndexOf("code"), parent = columns.FindIndex(c => c is "parent" or "parent_code"), name = columns.IndexOf("name"), kind = columns.IndexOf("kind");
        if (code < 0 || parent < 0 || name < 0) return ([], [$"line 1: columns code, parent and name are needed, found {string.Join(", ", columns)}"]);
        for (var number = 2; reader.ReadLine() is { } text && faults.Count < MostFaults; number++)
        {
            if (text.Trim().Length == 0) continue;
            if (Split(text, mark) is not { } fields || fields.Count != columns.Count)
            {
                faults.Add($"line {number}: {columns.Count} fields are needed");
                continue;
            }
            var line = new AreaLine(number, fields[code].Trim(), fields[parent].Trim(), fields[name].Trim(), kind < 0 ? "" : fields[kind].Trim().ToLowerInvariant());
            if (Fault(line) is { } fault) faults.Add($"line {number}: {fault}");
            else lines.Add(line.Kind.Length > 0 ? line : line with { Kind = AreaLine.KindOf(line.Code) });
        }
        if (faults.Count == 0) faults.AddRange(Together(lines));
        return (lines, faults);
    }

    private static string? Fault(AreaLine line)
    {
        if (!AreaLine.CodeShape().IsMatch(line.Code)) return $"code '{line.Code}' is not of the form 63.11.02.2004";
        if (line.Level < 2) return $"code {line.Code}: provinces are not kept here";
        if (line.ParentCode != line.Code[..line.Code.LastIndexOf('.')]) return $"parent '{line.ParentCode}' is not the beginning of code {line.Code}";
        if (line.Name.Length is < 2 or > 100 || line.Name.Any(char.IsControl)) return $"name '{line.Name}' of {line.Code} is empty or too long";
        return line.Kind.Length == 0 || AreaLine.Kinds.Contains(line.Kind) ? null : $"kind '{line.Kind}' is none of {string.Join(", ", AreaLine.Kinds)}";
    }

    private static IEnumerable<string> Together(List<AreaLine> lines)
    {
        var byCode = lines.GroupBy(l => l.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var twice in byCode.Values.Where(g => g.Count > 1)) yield return $"line {twice[1].Number}: code {twice[1].Code} stands already in line {twice[0].Number}";
        foreach (var line in lines.Where(l => l.Level > 2 && !byCode.ContainsKey(l.ParentCode))) yield return $"line {line.Number}: parent {line.ParentCode} is not in the file";
        if (lines.Count == 0) yield return "line 2: no area in the file";
    }

    /// <summary>Null when a quote is not closed.</summary>
    private static List<string>? Split(string text, char mark)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == mark && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(text[i]);
        }
        fields.Add(field.ToString());
        return quoted ? null : fields;
    }
}
