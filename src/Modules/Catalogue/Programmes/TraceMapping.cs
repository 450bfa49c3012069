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
    public bool Holds(Trace trace) => trace.Kind == Kind && Keys.Contains(trace.Key)
        && (Is.Count == 0 || trace.Values.Any(Is.Contains)) && (Not.Count == 0 || (trace.Values.Count > 0 && !trace.Values.Any(Not.Contains)));
}

/// <summary>One fact that is known; of choices and sets what is in and what is out.</summary>
internal sealed record KnownEffect(string Fact, bool? Is, int? Low, int? High, IReadOnlyList<string> In, IReadOnlyList<string> Out);
