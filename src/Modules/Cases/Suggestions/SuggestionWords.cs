using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Kernel.Time;
using Condition = Layar.Eligibility.Language.Condition;
using Reason = Layar.Eligibility.Proofs.Reason;

namespace Layar.Cases.Suggestions;

/// <summary>Proofs in the words of the reader.</summary>
/// <param name="waiting">facts that were asked for and not answered yet; null for a reader who cannot ask</param>
internal sealed class SuggestionWords(Moment moment, DateTime now, IReadOnlyDictionary<string, Programme> names, IReadOnlySet<string>? waiting)
{
    private const int MostReasons = 4;
    private readonly CultureInfo culture = CultureInfo.CurrentUICulture;
    private readonly ReasonWords words = new(CultureInfo.CurrentUICulture, moment);

    public SuggestedProgramme Of(ProgrammeProof asked) => new()
    {
        Programme = asked.Programme,
        Truth = asked.Proof.Truth,
        Reasons = [.. Telling(asked.Proof).Select(Line).DistinctBy(r => r.Text).Take(MostReasons)],
        Missing = [.. asked.Proof.Gaps.GroupBy(g => g.Fact).Select(Lacked)],
        Askable = waiting is null ? [] : [.. asked.Proof.Missing.Select(f => f.Code).Where(c => !waiting.Contains(c)).Take(CaseSuggestions.MostQuestions)],
        Met = Parts(asked.Proof.Root).Count(p => p.Truth == Truth.Yes),
        Conditions = Parts(asked.Proof.Root).Count,
        Instead = [.. asked.Clashes.Select(c => names.TryGetValue(c, out var other) ? other.Name.ToString() : c)],
        Receives = asked.Receives is { } reading ? Origin(reading) : null,
    };

    /// <summary>A fact, and which of its choices are not known: <c>keadaan: telantar</c>.</summary>
    private string Lacked(IGrouping<FactDefinition, Gap> gaps)
    {
        var choices = gaps.Where(g => g.Choice is not null).Select(g => gaps.Key.Choice(g.Choice!)?.Name.In(culture) ?? g.Choice!).ToList();
        var name = gaps.Key.Name.In(culture);
        return choices.Count == 0 ? name : $"{name}: {string.Join(" / ", choices)}";
    }

    /// <summary>The conditions of a rule that all have to hold; of any other rule itself.</summary>
    private static IReadOnlyList<Reason> Parts(Reason root) => root.Condition is Condition.Group { All: true } ? root.Parts : [root];

    /// <summary>What decided; of an open programme what already speaks for it.</summary>
    private static IEnumerable<Reason> Telling(Proof proof) => proof.Truth == Truth.Unknown ? Known(proof.Root) : proof.Root.Decisive();

    private static IEnumerable<Reason> Known(Reason reason) =>
        reason.Read is not null ? reason.Truth == Truth.Yes ? [reason] : [] : reason.Member is null ? reason.Parts.SelectMany(Known) : [];

    private SuggestedReason Line(Reason reason) => new(Text(reason), reason.Read?.Reading is { } reading ? Origin(reading) : "", reason.Truth);

    /// <summary>Of a list of which one is enough, only what the person has: the others would hide it.</summary>
    private string Text(Reason reason)
    {
        if (reason is not { Truth: Truth.Yes, Condition: Condition.Contains list, Reading.Value: { } value }) return words.Brief(reason);
        var held = list.Choices.Where(c => value.Holds(c) == Truth.Yes).Select(c => list.Fact.Choice(c)!.Name.In(culture)).ToList();
        var name = list.Fact.Name.In(culture);
        return $"{char.ToUpper(name[0], culture)}{name[1..]}: {string.Join(", ", held)}";
    }

    private string Origin(Reading reading)
    {
        if (reading.AsOf is not { } day) return reading.Source;
        var age = day >= moment.Day ? "" : Wita.Ago(Wita.Utc(day.ToDateTime(TimeOnly.MinValue)), now, culture);
        return string.Join(", ", new[] { reading.Source, Wita.Date(day, culture) }.Where(t => t.Length > 0)) + (age.Length > 0 ? $" ({age})" : "");
    }
}
