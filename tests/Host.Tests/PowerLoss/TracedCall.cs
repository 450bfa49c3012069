using System.Globalization;
using System.Text;

namespace Layar.Host.Tests.PowerLoss;

/// <summary>One call to the kernel as <c>strace -ttt -y -xx</c> writes it down.</summary>
/// <param name="Begun">line on which it began</param>
/// <param name="Ended">line on which it had returned</param>
/// <param name="BegunAt">seconds since 1970, by the clock of the machine</param>
/// <param name="Words">its arguments</param>
internal sealed record TracedCall(int Begun, int Ended, double BegunAt, double EndedAt, string Name, string[] Words, long Result)
{
    /// <summary>Names of the traced calls: all by which files and folders change or become durable.</summary>
    public const string Traced = "openat,open,creat,write,writev,pwrite64,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,msync,rename,renameat,renameat2,link,linkat,"
        + "unlink,unlinkat,mkdir,mkdirat,rmdir,sendfile,copy_file_range";

    /// <summary>The file behind a descriptor; null when it is none or was deleted.</summary>
    public string? Open(int word) => Words[word] is var text && text.IndexOf('<') is > 0 and var at && text.EndsWith('>') ? Unpacked(text[(at + 1)..^1]) : null;

    public string Text(int word) => Encoding.UTF8.GetString(Bytes(word));

    public byte[] Bytes(int word)
    {
        var text = Words[word];
        if (!text.EndsWith('"')) throw new InvalidDataException($"{Name} was written down in part only.");
        return Convert.FromHexString(text[1..^1].Replace("\\x", "", StringComparison.Ordinal));
    }

    public long Number(int word) => long.Parse(Words[word], CultureInfo.InvariantCulture);

    /// <summary>Calls in the order in which they ended; one that never ended is there with the result -1.</summary>
    public static IEnumerable<TracedCall> Read(string log)
    {
        var open = new Dictionary<string, (int Line, double At, string Text)>();
        var number = 0;
        foreach (var line in File.ReadLines(log))
        {
            number++;
            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 3 || !double.TryParse(words[1], CultureInfo.InvariantCulture, out var at) || words[2].StartsWith("---", StringComparison.Ordinal) || words[2].StartsWith("+++", StringComparison.Ordinal) || words[2].EndsWith("= ?", StringComparison.Ordinal)) continue;
            var (said, began) = (words[2], (Line: number, At: at, Text: ""));
            if (said.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                open[words[0]] = (number, at, said[..^"<unfinished ...>".Length].TrimEnd());
                continue;
            }
            if (said.StartsWith("<...", StringComparison.Ordinal) && open.Remove(words[0], out began)) said = began.Text + said[(said.IndexOf('>') + 1)..];
            yield return Of(said, began.Line, number, began.At, at);
        }
    }

    private static TracedCall Of(string said, int begun, int ended, double begunAt, double endedAt)
    {
        var (from, to) = (said.IndexOf('('), said.LastIndexOf(") ", StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidDataException($"Line {ended} of the trace is no call: {said[..Math.Min(80, said.Length)]}");
        var result = said[(said.LastIndexOf("= ", StringComparison.Ordinal) + 2)..];
        var end = 0;
        while (end < result.Length && (char.IsAsciiDigit(result[end]) || result[end] == '-')) end++;
        return new(begun, ended, begunAt, endedAt, said[..from], said[(from + 1)..to].Split(", "), long.TryParse(result[..end], CultureInfo.InvariantCulture, out var number) ? number : -1);
    }

    private static string Unpacked(string text) => text.Contains("\\x", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromHexString(text.Replace("\\x", "", StringComparison.Ordinal))) : text;
}
