using System.Text.Json;
using Layar.Kernel.Acts;

namespace Layar.People.Persons;

/// <summary>A decision about two persons stands in the chain of each. Whoever reads both as one person reads it once.</summary>
internal static class MergedActs
{
    private static readonly HashSet<string> OfTwo = new(StringComparer.Ordinal) { "PersonsMerged", "PersonsKeptApart", "PersonsToReview", "PersonsTakenApart" };
    private static readonly TimeSpan OneDecision = TimeSpan.FromSeconds(2);

    /// <param name="acts">newest first</param>
    public static IReadOnlyList<Act> Once(IReadOnlyList<Act> acts)
    {
        var read = new List<Act>();
        foreach (var act in acts)
            if (!read.Any(other => Twin(act, other))) read.Add(act);
        return read;
    }

    private static bool Twin(Act act, Act other) => OfTwo.Contains(act.Kind) && act.Kind == other.Kind && act.Chain != other.Chain && act.ActorId == other.ActorId
        && (other.At - act.At).Duration() < OneDecision && Touches(act, other.Chain) && Touches(other, act.Chain);

    private static bool Touches(Act act, Guid chain) => act.Touched is { } touched && JsonSerializer.Deserialize<List<Guid>>(touched)!.Contains(chain);
}
