using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Running;

/// <summary>From the tree of a rule to its core on a day.</summary>
internal static class Lowering
{
    public static Core Of(Condition condition, Moment moment) => condition switch
    {
        Condition.Always => new Core.Always(),
        Condition.Group group => Join(group.All, [.. group.Parts.Select(p => Of(p, moment))]),
        Condition.Not not => Negate(Of(not.Part, moment)),
        Condition.Holds holds => new Core.Bit(holds.Fact, null),
        Condition.Compare c => Compare(new FactSlot(c.Fact, null), c.Comparison, moment.Value(c.Amount)),
        Condition.Range r => Range(new FactSlot(r.Fact, null), moment.Value(r.From), moment.Value(r.To)),
        Condition.Recent r => Range(new FactSlot(r.Fact, null), moment.Since(r.Length, r.Unit), moment.Day.DayNumber),
        Condition.Contains c => Join(c.All, [.. c.Choices.Select(x => new Core.Bit(c.Fact, x))]),
        Condition.Ever e => new Core.AtLeast(new FactSlot(e.Fact, e.Choice), e.Length is { } length ? moment.Since(length, e.Unit) : FactValue.Never + 1),
        Condition.Members { All: false } m => new Core.AtLeast(new CountSlot(Of(m.Inner, moment)), 1),
        Condition.Members m => Negate(new Core.AtLeast(new CountSlot(Negate(Of(m.Inner, moment))), 1)),
        Condition.Count c => Compare(new CountSlot(Of(c.Inner, moment)), c.Comparison, moment.Value(c.Amount)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static Core Compare(Slot slot, Comparison comparison, int than) => comparison switch
    {
        Comparison.AtLeast => new Core.AtLeast(slot, than),
        Comparison.Above => new Core.AtLeast(slot, than + 1),
        Comparison.AtMost => Negate(new Core.AtLeast(slot, than + 1)),
        Comparison.Below => Negate(new Core.AtLeast(slot, than)),
        Comparison.Equal => Range(slot, than, than),
        _ => Negate(Range(slot, than, than)),
    };

    private static Core Range(Slot slot, int from, int to) => Join(true, [new Core.AtLeast(slot, from), Negate(new Core.AtLeast(slot, to + 1))]);

    private static Core Join(bool all, IReadOnlyList<Core> parts) => parts.Count == 1 ? parts[0] : new Core.Group(all, parts);

    private static Core Negate(Core part) => part is Core.Not twice ? twice.Part : new Core.Not(part);
}
