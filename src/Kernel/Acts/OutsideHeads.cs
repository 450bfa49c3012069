using System.Globalization;
using Layar.Kernel.Files;
using Layar.Kernel.Installations;
using Layar.Kernel.Secrets;

namespace Layar.Kernel.Acts;

/// <summary>How the acts stood at one moment.</summary>
/// <param name="Until">acts before this moment (UTC) are counted</param>
/// <param name="SealedDay">the last sealed day; null before the first</param>
/// <param name="Seal">hash of its seal, hexadecimal; empty before the first</param>
/// <param name="Acts">acts after that day and before <paramref name="Until"/></param>
/// <param name="Content">SHA-256 over their hashes in order of time and id, hexadecimal</param>
public sealed record OutsideHead(DateTime Until, DateOnly? SealedDay, string Seal, int Acts, string Content);

/// <summary>
/// Heads of the acts in a file beside the database, each signed with the key ring and chained to the line before. Who owns the database
/// can compute its hashes anew, but neither this file nor the keys are in the database.
/// </summary>
public sealed class OutsideHeads(Installation installation, KeyRing ring)
{
    private const string Purpose = "audit-head";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public string Place => Path.Combine(installation.DataFolder, "audit-heads.txt");

    public void Append(OutsideHead head)
    {
        var lines = Lines();
        var text = Written(head);
        using var file = new FileStream(Place, FileMode.Append, FileAccess.Write, FileShare.Read);
        using var writer = new StreamWriter(file);
        writer.Write($"{text};{Mark(text, lines.Count == 0 ? "" : MarkOf(lines[^1]))}\n");
        writer.Flush();
        file.Flush(flushToDisk: true);
        DurableFile.KeepName(Place);
    }

    public OutsideHead? Last() => Lines() is [.., var last] ? Read(last) : null;

    /// <summary>Every head, oldest first.</summary>
    /// <exception cref="InvalidDataException">when a line was changed, put in or taken out; the message names it</exception>
    public IReadOnlyList<OutsideHead> All()
    {
        var (heads, before) = (new List<OutsideHead>(), "");
        foreach (var (number, line) in Lines().Index())
        {
            var mark = MarkOf(line);
            if (Read(line) is not { } head || mark != Mark(line[..^(mark.Length + 1)], before)) throw new InvalidDataException($"{Path.GetFileName(Place)}, line {number + 1}, is not as it was written");
            heads.Add(head);
            before = mark;
        }
        return heads;
    }

    /// <summary>Whole lines; a last one without its end was cut by a power failure and never counted.</summary>
    private List<string> Lines()
    {
        if (!File.Exists(Place)) return [];
        var text = File.ReadAllText(Place);
        var end = text.LastIndexOf('\n') + 1;
        if (end < text.Length) File.WriteAllText(Place, text[..end]);
        return [.. text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private string Mark(string text, string before) => Convert.ToHexStringLower(ring.BlindIndex(Purpose, before + text));

    private static string MarkOf(string line) => line[(line.LastIndexOf(';') + 1)..];

    private static string Written(OutsideHead h) => string.Create(CultureInfo.InvariantCulture, $"{h.Until.ToString(Moment, CultureInfo.InvariantCulture)};{h.SealedDay:yyyy-MM-dd};{h.Seal};{h.Acts};{h.Content}");

    private static OutsideHead? Read(string line) =>
        line.Split(';') is [var until, var day, var seal, var acts, var content, _]
        && DateTime.TryParseExact(until, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && int.TryParse(acts, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new OutsideHead(at, DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : null, seal, count, content)
            : null;
}
