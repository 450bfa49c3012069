using System.Globalization;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Proofs;

/// <summary>Rules and reasons as sentences for people, in Indonesian or English.</summary>
/// <param name="culture">of the reader</param>
/// <param name="moment">fixes the dated figures</param>
public sealed class ReasonWords(CultureInfo culture, Moment moment)
{
    /// <summary>The requirement of a part, without a stop: <c>usia paling sedikit 60 tahun</c>.</summary>
    public string Requirement(Condition condition) => condition switch
    {
        Condition.Always => Say("always"),
        Condition.Group group => Joined(group),
        Condition.Not not => Say("not", not.Part is Condition.Group ? $"({Requirement(not.Part)})" : Requirement(not.Part)),
        Condition.Holds holds => holds.Fact.Name.In(culture),
        Condition.Compare c => Say("compare", c.Fact.Name.In(culture), Than(c.Comparison, Figure(c.Fact, moment.Value(c.Amount)))),
        Condition.Range r => Say("range", r.Fact.Name.In(culture), Bare(r.Fact, moment.Value(r.From)), Figure(r.Fact, moment.Value(r.To))),
        Condition.Recent r => Say("recent", r.Fact.Name.In(culture), Length(r.Length, r.Unit)),
        Condition.Contains c => Contains(c),
        Condition.Ever { Length: { } length } e => Say("ever-within", e.Fact.Name.In(culture), Choice(e.Fact, e.Choice), Length(length, e.Unit)),
        Condition.Ever e => Say("ever", e.Fact.Name.In(culture), Choice(e.Fact, e.Choice)),
        Condition.Members m => Say(m.All ? "members-all" : "members-any", Requirement(m.Inner)),
        Condition.Count c => Say("members-count", Requirement(c.Inner), Than(c.Comparison, moment.Value(c.Amount).ToString(culture))),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>One reason as a sentence: what is known and what is required.</summary>
    public string Sentence(Reason reason)
    {
        var required = Requirement(reason.Condition);
        if (reason.Counted is { } counted) return Capital(Say("counted", required, Possible(counted)));
        if (reason.Read is not { } read) return Capital(Say("part." + reason.Truth, required));
        var fact = read.Condition.AskedFact!;
        if (read.Stale) return Capital(Say("stale", fact.Name.In(culture), Day(read.Reading!.AsOf!.Value.DayNumber), required));
        return Capital(Known(read, fact) is { } known ? Say("known." + reason.Truth, known, required) : Say("unknown", fact.Name.In(culture), required));
    }

    /// <summary>Reasons in a few words; what is known of one fact is said once, with every requirement that it meets or fails.</summary>
    public IReadOnlyList<string> Brief(IEnumerable<Reason> reasons) =>
        [.. reasons.Select(Parts).GroupBy(p => p.Known).Select(g => g.First().Required is null ? g.Key : Capital(Say("brief", g.Key, string.Join("; ", g.Select(p => p.Required).Distinct()))))];

    /// <summary>A reason in a few words, for a list that says already whether it speaks for or against: <c>Usia: 67 tahun (syarat: paling sedikit 60 tahun)</c>.</summary>
    public string Brief(Reason reason) => Brief([reason])[0];

    private (string Known, string? Required) Parts(Reason reason)
    {
        if (reason.Read is not { } read || read.Stale || Known(read, read.Condition.AskedFact!) is not { } known) return (Sentence(reason), null);
        if (read.Condition is Condition.Holds or Condition.Ever) return (Capital(known), null);
        var name = read.Condition.AskedFact!.Name.In(culture);
        var required = Requirement(read.Condition);
        var bare = required.StartsWith(name, StringComparison.Ordinal) ? required[name.Length..].TrimStart(':', ' ') : required;
        return (known, ReferenceEquals(read, reason) ? bare : Say("not", bare));
    }

    /// <summary>Source and day of what was read: <c>DTSEN, 1 Juli 2026</c>; empty when neither was written down.</summary>
    public string Origin(Reading reading) =>
        string.Join(", ", new[] { reading.Source, reading.AsOf is { } day ? Day(day.DayNumber) : "" }.Where(s => s.Length > 0));

    private string? Known(Reason reason, FactDefinition fact) => reason.Reading is not { } reading ? null : fact.Type switch
    {
        FactType.YesNo => reading.Value.Answer == Truth.Unknown ? null : Say("is", fact.Name.In(culture), Say(reading.Value.Answer == Truth.Yes ? "yes" : "no")),
        FactType.Number or FactType.Date => Interval(fact, reading.Value.Bounds(null)),
        FactType.History => reading.Value.Bounds(((Condition.Ever)reason.Condition).Choice) switch
        {
            (FactValue.Lowest, FactValue.Highest) => null,
            (_, FactValue.Never) => Say("never", fact.Name.In(culture), Choice(fact, ((Condition.Ever)reason.Condition).Choice)),
            var (day, _) => Say("last", fact.Name.In(culture), Choice(fact, ((Condition.Ever)reason.Condition).Choice), Day(day)),
        },
        _ => Members(fact, reading.Value, ((Condition.Contains)reason.Condition).Choices),
    };

    private string? Members(FactDefinition fact, FactValue value, IReadOnlyList<string> asked)
    {
        var inside = fact.Choices.Where(c => value.Holds(c.Code) == Truth.Yes).Select(c => c.Name.In(culture)).ToList();
        if (inside.Count > 0) return Say("is", fact.Name.In(culture), string.Join(", ", inside));
        return asked.Any(a => value.Holds(a) != Truth.Unknown) ? Say("is", fact.Name.In(culture), Say("none")) : null;
    }

    private string? Interval(FactDefinition fact, (int Low, int High) b) => b switch
    {
        (FactValue.Lowest, FactValue.Highest) => null,
        (FactValue.Lowest, var high) => Say("is", fact.Name.In(culture), Say("at-most", Figure(fact, high))),
        (var low, FactValue.Highest) => Say("is", fact.Name.In(culture), Say("at-least", Figure(fact, low))),
        var (low, high) when low == high => Say("is", fact.Name.In(culture), Figure(fact, low)),
        var (low, high) => Say("is", fact.Name.In(culture), Say("between", Bare(fact, low), Figure(fact, high))),
    };

    private string Contains(Condition.Contains c)
    {
        var choices = c.Choices.Select(x => Choice(c.Fact, x)).ToList();
        var named = choices.Count == 1 ? choices[0] : string.Join(", ", choices.Take(choices.Count - 1)) + Say(c.All ? "and-last" : "or-last", choices[^1]);
        return Say(c.Fact.Type == FactType.Choice ? "chosen" : "contains", c.Fact.Name.In(culture), named);
    }

    private string Joined(Condition.Group group)
    {
        var parts = group.Parts.Select(p => p is Condition.Group ? $"({Requirement(p)})" : Requirement(p)).ToList();
        return string.Join(Say(group.All ? "and" : "or"), parts);
    }

    private string Possible((int Sure, int Possible) counted) => counted.Possible == counted.Sure ? counted.Sure.ToString(culture)
        : counted.Possible == int.MaxValue ? Say("at-least", counted.Sure.ToString(culture)) : Say("between", counted.Sure.ToString(culture), counted.Possible.ToString(culture));

    private string Than(Comparison comparison, string figure) => Say(comparison switch
    {
        Comparison.AtLeast => "at-least", Comparison.AtMost => "at-most", Comparison.Above => "above", Comparison.Below => "below", Comparison.Equal => "equal", _ => "not-equal",
    }, figure);

    private string Length(Amount length, TimeUnit unit) => $"{moment.Value(length).ToString(culture)} {Say("unit." + unit)}";

    private string Figure(FactDefinition fact, int value) => fact.Unit is { } unit && fact.Type == FactType.Number ? $"{Bare(fact, value)} {unit.In(culture)}" : Bare(fact, value);

    private string Bare(FactDefinition fact, int value) => fact.Type == FactType.Date ? Day(value) : value.ToString("#,0", culture);

    private string Day(int day) => DateOnly.FromDayNumber(day).ToString("d MMMM yyyy", culture);

    private string Choice(FactDefinition fact, string code) => fact.Choice(code)?.Name.In(culture) ?? code;

    private string Say(string key, params object[] arguments) => LibraryTexts.Format(culture, "eligibility.reason." + key.ToLowerInvariant(), arguments);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
