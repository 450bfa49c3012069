using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Programmes;

/// <summary>Which facts a trace tells.</summary>
/// <param name="Code">of the entry, for messages about the file</param>
/// <param name="Kind">of the trace</param>
/// <param name="Keys">of the trace; one of them</param>
/// <param name="Is">holds when one of these was answered; empty always</param>
/// <param name="Not">holds when something was answered and none of these</param>
/// <param name="Number">fact that the answer is itself</param>
/// <param name="Margin">the number may be wrong by so much</param>
/// <param name="Sets">facts that are known then</param>
internal sealed record TraceMapping(
    string Code, TraceKind Kind, IReadOnlyList<string> Keys, IReadOnlyList<string> Is, IReadOnlyList<string> Not, string? Number, int Margin, IReadOnlyList<KnownEffect> Sets)
{
    /// <summary>Gives way to whatever else is known of the fact, however old, as long as that still counts.</summary>
    public bool Weak { get; init; }

    /// <summary>Holds only when another trace of the same kind says each of these too.</summary>
    public IReadOnlyList<OtherTrace> Also { get; init; } = [];

    public bool Holds(Trace trace, IReadOnlyCollection<Trace> all) => trace.Kind == Kind && Keys.Contains(trace.Key) && Says(trace.Values, Is, Not)
        && Also.All(o => all.Any(t => t.Kind == Kind && t.Key == o.Key && t.Ended is null && Says(t.Values, o.Is, [])));

    private static bool Says(IReadOnlyList<string> values, IReadOnlyList<string> any, IReadOnlyList<string> none) =>
        (any.Count == 0 || values.Any(any.Contains)) && (none.Count == 0 || (values.Count > 0 && !values.Any(none.Contains)));
}

/// <summary>What another trace has to say: one of these answers.</summary>
internal sealed record OtherTrace(string Key, IReadOnlyList<string> Is);

/// <summary>One fact that is known; of choices and sets what is in and what is out.</summary>
internal sealed record KnownEffect(string Fact, bool? Is, int? Low, int? High, IReadOnlyList<string> In, IReadOnlyList<string> Out);
