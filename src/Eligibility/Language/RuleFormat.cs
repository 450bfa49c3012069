using System.Globalization;
using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Language;

/// <summary>Writes a tree as text. Reading the text gives the tree again.</summary>
internal static class RuleFormat
{
    public static string Write(Condition condition) => condition switch
    {
        Condition.Always => Keywords.Always,
        Condition.Group group => string.Join(group.All ? " dan " : " atau ", group.Parts.Select(p => p is Condition.Group ? $"({Write(p)})" : Write(p))),
        Condition.Not { Part: Condition.Contains { Fact.Type: FactType.Choice, Choices.Count: 1 } choice } => $"{choice.Fact.Code} <> {Quoted(choice.Choices[0])}",
        Condition.Not not => "tidak " + (not.Part is Condition.Group ? $"({Write(not.Part)})" : Write(not.Part)),
        Condition.Holds holds => holds.Fact.Code,
        Condition.Compare c => $"{c.Fact.Code} {Sign(c.Comparison)} {Write(c.Amount, c.Fact.Type)}",
        Condition.Range r => $"{r.Fact.Code} antara {Write(r.From, r.Fact.Type)} sampai {Write(r.To, r.Fact.Type)}",
        Condition.Recent r => $"{r.Fact.Code} dalam {Write(r.Length, FactType.Number)} {Unit(r.Unit)}",
        Condition.Contains c => Write(c),
        Condition.Ever e => $"{e.Fact.Code.Replace(Keywords.EverPrefix, "pernah ", StringComparison.Ordinal)} {Quoted(e.Choice)}" + (e.Length is { } length ? $" dalam {Write(length, FactType.Number)} {Unit(e.Unit)}" : ""),
        Condition.Members m => $"{(m.All ? "semua" : "ada")} anggota ({Write(m.Inner)})",
        Condition.Count c => $"jumlah anggota ({Write(c.Inner)}) {Sign(c.Comparison)} {Write(c.Amount, FactType.Number)}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>Sets read as verbs: <c>menerima "PKH"</c>, except labels, which <c>memuat</c>.</summary>
    private static string Write(Condition.Contains c)
    {
        var list = $"({string.Join(", ", c.Choices.Select(Quoted))})";
        if (c.Fact.Type == FactType.Choice) return c.Choices.Count == 1 ? $"{c.Fact.Code} = {Quoted(c.Choices[0])}" : $"{c.Fact.Code} salah satu {list}";
        var contains = c.Fact.Scope == FactScope.Participation ? c.Fact.Code : $"{c.Fact.Code} memuat";
        return c.All ? $"{contains} semua {list}" : c.Choices.Count == 1 ? $"{contains} {Quoted(c.Choices[0])}" : $"{contains} salah satu {list}";
    }

    private static string Write(Amount amount, FactType type) => amount switch
    {
        Amount.Parameter parameter => $"batas({Quoted(parameter.Code)})",
        Amount.Literal literal when type == FactType.Date => DateOnly.FromDayNumber(literal.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Amount.Literal literal => Math.Abs((long)literal.Value) < 10_000 ? literal.Value.ToString(CultureInfo.InvariantCulture) : literal.Value.ToString("#,0", Points),
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    private static readonly NumberFormatInfo Points = new() { NumberGroupSeparator = ".", NumberGroupSizes = [3], NegativeSign = "-" };

    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.Above => ">",
        Comparison.Below => "<",
        Comparison.Equal => "=",
        _ => "<>",
    };

    private static string Unit(TimeUnit unit) => unit switch { TimeUnit.Years => "tahun", TimeUnit.Months => "bulan", _ => "hari" };

    private static string Quoted(string text) => $"\"{text}\"";
}
