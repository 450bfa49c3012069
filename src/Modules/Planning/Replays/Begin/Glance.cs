using Layar.Eligibility.Sql;
using Layar.People.Contracts;
using Layar.Survey.Contracts;

namespace Layar.Planning.Replays.Begin;

/// <summary>
/// What was counted at a glance, for one reader. Who may not see persons gets no figure from one to four, and none from which such a figure could
/// be told: the three answers make up everybody, so that what is hidden must hide among them.
/// </summary>
internal sealed class Glance(RegisterCount counted, DateOnly day, bool whole)
{
    private readonly ShownAnswers? rule = counted.Answers is { } answers ? new(answers.Rule, whole) : null;

    public RegistryRelease? Release => counted.Release;

    /// <summary>For which the rule is asked.</summary>
    public DateOnly Day => day;

    /// <summary>Null when nothing was counted.</summary>
    public int? Persons => counted.Answers?.Persons;

    public int? Yes => rule?.Yes;

    public int? No => rule?.No;

    public int? Unknown => rule?.Unknown;

    public bool Compared => counted.Answers?.Before is not null;

    /// <summary>The rule in force; null when nothing is compared, or when its figures would tell of a handful who enter or leave.</summary>
    public ShownAnswers? Before => counted.Answers is { Before: { } before } && ShowsMoves ? new(before, whole) : null;

    public int? Entered => Before is null ? null : counted.Answers!.Entered;

    public int? Left => Before is null ? null : counted.Answers!.Left;

    /// <summary>Something is left out for this reader.</summary>
    public bool Hides => Persons is not null && (Yes is null || No is null || Unknown is null || Compared && Before is not { Yes: not null, No: not null, Unknown: not null });

    /// <summary>Facts of which the release does not tell, of both rules.</summary>
    public IReadOnlyList<SqlGap> NotCounted => [.. (counted.Answers?.Rule.NotCounted ?? []).Concat(counted.Answers?.Before?.NotCounted ?? []).Distinct()];

    private bool ShowsMoves
    {
        get
        {
            if (whole || counted.Answers is not { Before: { } before } answers) return whole;
            int[] moves = [answers.Entered, answers.Left, answers.Rule.Yes - before.Yes, answers.Rule.No - before.No, answers.Rule.Unknown - before.Unknown];
            return !moves.Any(m => ShownAnswers.IsFew(Math.Abs(m)));
        }
    }
}

/// <summary>The three answers of one rule; null is hidden.</summary>
internal sealed class ShownAnswers
{
    private readonly HashSet<int> hidden = [];
    private readonly int[] figures;

    public ShownAnswers(RuleCount count, bool whole)
    {
        figures = [count.Yes, count.No, count.Unknown];
        if (whole) return;
        hidden.UnionWith(Enumerable.Range(0, figures.Length).Where(i => IsFew(figures[i])));
        foreach (var next in Enumerable.Range(0, figures.Length).Except(hidden).OrderBy(i => figures[i]).ToList())
        {
            if (hidden.Count != 1 && !IsFew(hidden.Sum(i => figures[i]))) break;
            hidden.Add(next);
        }
    }

    public int? Yes => Shown(0);

    public int? No => Shown(1);

    public int? Unknown => Shown(2);

    public static bool IsFew(int count) => count is > 0 and < SmallGroups.FewestShown;

    private int? Shown(int place) => hidden.Contains(place) ? null : figures[place];
}
