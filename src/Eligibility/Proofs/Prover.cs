using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Proofs;

/// <summary>Answers a rule for one person and keeps the reasons.</summary>
public static class Prover
{
    /// <exception cref="InvalidOperationException">A dated figure has no value on the day, see <see cref="Moment.Lacks"/>.</exception>
    public static Proof Prove(Rule rule, FactSheet person, Moment moment)
    {
        var root = new Work(moment).Reason(rule.Condition, person);
        return new(root.Truth, root, moment.Day);
    }

    private sealed class Work(Moment moment)
    {
        public Reason Reason(Condition condition, FactSheet person) => condition switch
        {
            Condition.Always => new() { Condition = condition, Truth = Truth.Yes },
            Condition.Group group => Group(group, [.. group.Parts.Select(p => Reason(p, person))]),
            Condition.Not not => Reason(not.Part, person) is var part ? new() { Condition = not, Truth = part.Truth.Not(), Parts = [part] } : null!,
            Condition.Members members => Members(members, person),
            Condition.Count count => Count(count, person),
            _ => Fact(condition, condition.AskedFact!, person),
        };

        private static Reason Group(Condition.Group group, IReadOnlyList<Reason> parts)
        {
            var answers = parts.Select(p => p.Truth);
            return new() { Condition = group, Truth = group.All ? Kleene.All(answers) : Kleene.Any(answers), Parts = parts };
        }

        private Reason Fact(Condition condition, FactDefinition fact, FactSheet person)
        {
            var reading = person.Read(fact.Code);
            var stale = reading?.IsStale(fact, moment.Day) == true;
            return new() { Condition = condition, Truth = reading is null || stale ? Truth.Unknown : Answer(condition, reading.Value), Reading = reading, Stale = stale };
        }

        private Truth Answer(Condition condition, FactValue value) => condition switch
        {
            Condition.Holds => value.Answer,
            Condition.Compare c => Compare(value.Bounds(null), c.Comparison, moment.Value(c.Amount)),
            Condition.Range r => Within(value.Bounds(null), moment.Value(r.From), moment.Value(r.To)),
            Condition.Recent r => Within(value.Bounds(null), moment.Since(r.Length, r.Unit), moment.Day.DayNumber),
            Condition.Contains c when c.All => Kleene.All(c.Choices.Select(value.Holds)),
            Condition.Contains c => Kleene.Any(c.Choices.Select(value.Holds)),
            Condition.Ever e => Kleene.AtLeast(value.Bounds(e.Choice), e.Length is { } length ? moment.Since(length, e.Unit) : FactValue.Never + 1),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

        private static Truth Within((int, int) bounds, int from, int to) => Kleene.All([Kleene.AtLeast(bounds, from), Compare(bounds, Comparison.AtMost, to)]);

        private static Truth Compare((int Low, int High) b, Comparison comparison, int than) => comparison switch
        {
            Comparison.AtLeast => b.Low >= than ? Truth.Yes : b.High < than ? Truth.No : Truth.Unknown,
            Comparison.AtMost => b.High <= than ? Truth.Yes : b.Low > than ? Truth.No : Truth.Unknown,
            Comparison.Above => b.Low > than ? Truth.Yes : b.High <= than ? Truth.No : Truth.Unknown,
            Comparison.Below => b.High < than ? Truth.Yes : b.Low >= than ? Truth.No : Truth.Unknown,
            Comparison.Equal => b.Low == than && b.High == than ? Truth.Yes : b.Low > than || b.High < than ? Truth.No : Truth.Unknown,
            _ => Compare(b, Comparison.Equal, than).Not(),
        };

        private Reason Members(Condition.Members members, FactSheet person)
        {
            var parts = Each(members.Inner, person);
            var answers = parts.Select(p => p.Truth);
            var seen = members.All ? Kleene.All(answers) : Kleene.Any(answers);
            var settled = members.All ? Truth.No : Truth.Yes;
            return new() { Condition = members, Truth = seen == settled || person.HouseholdComplete ? seen : Truth.Unknown, Parts = parts, Incomplete = !person.HouseholdComplete };
        }

        private Reason Count(Condition.Count count, FactSheet person)
        {
            var parts = Each(count.Inner, person);
            var sure = parts.Count(p => p.Truth == Truth.Yes);
            var possible = person.HouseholdComplete ? sure + parts.Count(p => p.Truth == Truth.Unknown) : int.MaxValue;
            return new() { Condition = count, Truth = Compare((sure, possible), count.Comparison, moment.Value(count.Amount)), Parts = parts, Counted = (sure, possible), Incomplete = !person.HouseholdComplete };
        }

        private List<Reason> Each(Condition inner, FactSheet person) => [.. person.Household.Select((m, i) => Reason(inner, m) with { Member = i })];
    }
}
