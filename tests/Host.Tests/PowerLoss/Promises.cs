using System.Collections.Concurrent;

namespace Layar.Host.Tests.PowerLoss;

internal enum Promised { Report, Photo, Note, Number }

/// <param name="At">when the answer was here, in seconds since 1970 by the clock of the machine</param>
/// <param name="Of">report, case or letter</param>
/// <param name="Word">code of the report, text of the note</param>
internal sealed record Promise(double At, Promised Kind, string Of, string Word);

/// <summary>What the program answered for.</summary>
internal sealed class Promises
{
    private readonly ConcurrentQueue<Promise> all = new();

    public void Add(Promised kind, string of, string word = "") => all.Enqueue(new((DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds, kind, of, word));

    public IReadOnlyList<Promise> Before(double moment) => [.. all.Where(p => p.At < moment)];

    public int Count(Promised kind) => all.Count(p => p.Kind == kind);
}
