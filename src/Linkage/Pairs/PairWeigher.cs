using Layar.Linkage.Canonical;
using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Running;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Pairs;

/// <summary>What is done with a pair of persons; a person decides, this is advice.</summary>
public enum PairAdvice
{
    Same,
    Review,
    Different,
}

/// <param name="Weight">binary logarithm of how much likelier the agreements are for one person than for two</param>
/// <param name="Odds">the weight with how rare true pairs are among so many persons</param>
/// <param name="Evidence">field by field; the part of a common household last, when there is one</param>
public sealed record WeighedPair(double Weight, double Odds, PairAdvice Advice, IReadOnlyList<FieldEvidence> Evidence)
{
    /// <summary>0 to 1.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Odds));
}

/// <summary>Weighs two records at a time with the comparers of the batch and weights that are data. Any number of threads may use it.</summary>
public sealed class PairWeigher(PairModel model)
{
    /// <summary>Expected repeated records per person, and the fewest persons for which that is believed.</summary>
    private const double Repeated = 0.1;
    private const int Fewest = 1000;

    /// <param name="left">field name → value as written; missing fields may be left out</param>
    /// <param name="persons">how many persons there are: the more, the rarer is a true pair</param>
    /// <param name="share">share of persons with the value of a field, 0 to 1; null when unknown</param>
    public WeighedPair Weigh(IReadOnlyDictionary<string, string?> left, IReadOnlyDictionary<string, string?> right, int persons, Func<string, string, double?>? share = null)
    {
        var measures = new StringMeasures();
        var evidence = new List<FieldEvidence>(model.Fields.Count + 1);
        foreach (var field in model.Fields)
        {
            var (a, b) = (left.GetValueOrDefault(field.Name), right.GetValueOrDefault(field.Name));
            var level = Level(field.Kind, a, b, measures);
            evidence.Add(new FieldEvidence(field.Name, level, field.Weight(level, level == AgreementLevel.Exact ? share?.Invoke(field.Name, a!) : null)));
        }
        if (CommonHousehold(evidence) is { } taken) evidence.Add(taken);
        var weight = evidence.Sum(e => e.Weight);
        var odds = weight + Math.Log2(Repeated / Math.Max(persons, Fewest));
        return new WeighedPair(weight, odds, Advice(odds, evidence), evidence);
    }

    private PairAdvice Advice(double odds, List<FieldEvidence> evidence)
    {
        if (odds < model.Review) return PairAdvice.Different;
        // Place and birthday alone never make two names one person: twins have them in common, and names of their own that rhyme.
        var named = evidence.Any(e => KindOf(e.Column) == FieldKind.FullName && e.Level is (AgreementLevel.Exact or AgreementLevel.Folded or AgreementLevel.OneEdit)
            || Personal(e) && e.Level == AgreementLevel.Exact);
        return odds >= model.Likely && named ? PairAdvice.Same : PairAdvice.Review;
    }

    /// <summary>
    /// When names speak against it and a household for it, the household is the better explanation of what they share; and twins are
    /// registered one after the other, so that their numbers differ in one digit.
    /// </summary>
    private FieldEvidence? CommonHousehold(List<FieldEvidence> evidence)
    {
        if (!evidence.Any(e => KindOf(e.Column) == FieldKind.FullName && e.Weight < 0)) return null;
        var shared = evidence.Where(e => e.Weight > 0 && (OfHousehold(e) || Personal(e) && e.Level != AgreementLevel.Exact)).Sum(e => e.Weight);
        return shared > 0 ? new FieldEvidence(FieldEvidence.Household, AgreementLevel.Missing, -shared) : null;
    }

    private bool OfHousehold(FieldEvidence e) => model.Fields.Any(f => f.Name == e.Column && f.Household);

    private bool Personal(FieldEvidence e) => KindOf(e.Column) == FieldKind.Identifier && !OfHousehold(e);

    private FieldKind? KindOf(string name) => model.Fields.FirstOrDefault(f => f.Name == name)?.Kind;

    private static AgreementLevel Level(FieldKind kind, string? left, string? right, StringMeasures measures)
    {
        if (string.IsNullOrWhiteSpace(left) || string.IsNullOrWhiteSpace(right)) return AgreementLevel.Missing;
        var canon = Canon.For(kind, [left, right]);
        var (a, b) = (canon(left), canon(right));
        if (a.Length == 0 || b.Length == 0) return AgreementLevel.Missing;
        if (a == b) return AgreementLevel.Exact;
        var domain = new ValueDomain(kind);
        int[] values = [domain.Intern(a), domain.Intern(b)];
        domain.Freeze();
        return FieldComparer.For(new Field(new FieldColumn(kind.ToString(), kind), domain, values)).Values(values[0], values[1], measures);
    }
}
