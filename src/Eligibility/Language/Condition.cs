using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Language;

/// <summary>A rule or a part of it, as a typed tree.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary><c>selalu</c>: holds for everybody.</summary>
    public sealed record Always : Condition;

    /// <summary>Two or more parts joined by <c>dan</c> or by <c>atau</c>. Make them with <see cref="Joined"/>.</summary>
    public sealed record Group(bool All, IReadOnlyList<Condition> Parts) : Condition;

    public sealed record Not(Condition Part) : Condition;

    /// <summary>A yes/no fact.</summary>
    public sealed record Holds(FactDefinition Fact) : Condition;

    /// <summary>A number or a date against an amount.</summary>
    public sealed record Compare(FactDefinition Fact, Comparison Comparison, Amount Amount) : Condition;

    /// <summary><c>antara … sampai …</c>, both ends included.</summary>
    public sealed record Range(FactDefinition Fact, Amount From, Amount To) : Condition;

    /// <summary>A date in the last days, months or years, today included.</summary>
    public sealed record Recent(FactDefinition Fact, Amount Length, TimeUnit Unit) : Condition;

    /// <summary>Members of a set, or a choice: one of them, or all.</summary>
    public sealed record Contains(FactDefinition Fact, bool All, IReadOnlyList<string> Choices) : Condition;

    /// <summary><c>pernah</c>, within a time or at all.</summary>
    public sealed record Ever(FactDefinition Fact, string Choice, Amount? Length, TimeUnit Unit) : Condition;

    /// <summary><c>ada anggota</c> or <c>semua anggota</c> of the household.</summary>
    public sealed record Members(bool All, Condition Inner) : Condition;

    /// <summary><c>jumlah anggota (…)</c> against an amount.</summary>
    public sealed record Count(Condition Inner, Comparison Comparison, Amount Amount) : Condition;

    /// <summary>Parts joined; groups of the same kind are taken in, so that one rule has one tree.</summary>
    public static Condition Joined(bool all, IEnumerable<Condition> parts)
    {
        var flat = parts.SelectMany(p => p is Group inner && inner.All == all ? inner.Parts : [p]).ToList();
        return flat.Count == 1 ? flat[0] : new Group(all, flat);
    }

    /// <summary>This part and all below it.</summary>
    public IEnumerable<Condition> Tree() => Below().SelectMany(p => p.Tree()).Prepend(this);

    private IEnumerable<Condition> Below() => this switch
    {
        Group group => group.Parts,
        Not not => [not.Part],
        Members members => [members.Inner],
        Count count => [count.Inner],
        _ => [],
    };

    /// <summary>The fact this part asks for, itself and not below.</summary>
    public FactDefinition? AskedFact => this switch
    {
        Holds c => c.Fact,
        Compare c => c.Fact,
        Range c => c.Fact,
        Recent c => c.Fact,
        Contains c => c.Fact,
        Ever c => c.Fact,
        _ => null,
    };

    internal IEnumerable<Amount> Amounts => this switch
    {
        Compare c => [c.Amount],
        Range c => [c.From, c.To],
        Recent c => [c.Length],
        Ever { Length: { } length } => [length],
        Count c => [c.Amount],
        _ => [],
    };
}

public enum Comparison { AtLeast, AtMost, Above, Below, Equal, NotEqual }

public enum TimeUnit { Days, Months, Years }

/// <summary>A figure in a rule.</summary>
public abstract record Amount
{
    private Amount()
    {
    }

    /// <summary>A whole number, or days since 1 January of the year 1.</summary>
    public sealed record Literal(int Value) : Amount;

    /// <summary><c>batas("…")</c>: the value on the day of the question.</summary>
    public sealed record Parameter(string Code) : Amount;
}
