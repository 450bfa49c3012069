using Layar.Eligibility.Language;
using Layar.Eligibility.Sql;

namespace Layar.People.Contracts;

/// <summary>
/// Counts, in one statement of the database, for how many persons of the newest release of DTSEN in force a rule is yes, no or unknown. It knows
/// what that release says and nothing else: not what the office knows itself, and no cases.
/// </summary>
public interface IRegisterCount
{
    /// <param name="rule">to ask</param>
    /// <param name="before">rule that it is held against; null for none</param>
    /// <param name="day">for ages, figures and what is too old</param>
    /// <param name="stop">when nobody waits any more</param>
    Task<RegisterCount> Count(Rule rule, Rule? before, DateOnly day, CancellationToken stop);
}

/// <param name="Release">that was counted; null when none is in force</param>
/// <param name="Answers">null without a release, and when the database would have taken too long</param>
public sealed record RegisterCount(RegistryRelease? Release, RegisterAnswers? Answers);

/// <param name="Persons">whom the release names</param>
/// <param name="Rule">the answers of the rule</param>
/// <param name="Before">of the one it was held against</param>
/// <param name="Entered">yes now and not before</param>
/// <param name="Left">yes before and not now</param>
public sealed record RegisterAnswers(int Persons, RuleCount Rule, RuleCount? Before, int Entered, int Left);

/// <param name="Yes">persons for whom the rule surely holds</param>
/// <param name="No">for whom it surely does not</param>
/// <param name="Unknown">for whom something is missing</param>
/// <param name="NotCounted">what the release does not tell of anybody, or too long ago</param>
public sealed record RuleCount(int Yes, int No, int Unknown, IReadOnlyList<SqlGap> NotCounted);
