using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Estimation;

/// <summary>
/// Learns m, h, u and the shares of the classes without labels (Dempster, Laird and Rubin 1977; Winkler 1988). The candidates of all blocking
/// passes hold nearly every true pair, random pairs tell of strangers: so m comes from the candidates, u from the random pairs, and the share
/// of true pairs is counted among all pairs. No blocking rule biases the field on which it blocks.
/// </summary>
internal sealed class ExpectationMaximisation(IReadOnlyList<Field> fields, int[] parents, PatternCounts candidates, PatternCounts random, double allPairs, int records)
{
    private const int Rounds = 60;
    private const double Settled = 1e-4;

    /// <summary>Starting m: exact, folded, one edit, close, partial, elsewhere, different.</summary>
    private static readonly double[] Usual = [0.80, 0.03, 0.05, 0.03, 0.02, 0.02, 0.05];

    /// <summary>How strangers agree where a handful of records cannot show it.</summary>
    private static readonly double[] Strangers = [0.01, 0.001, 0.002, 0.004, 0.01, 0.003, 0.97];
    private static readonly double[] Even = [.. Enumerable.Repeat(1 / 7.0, 7)];
    private const double FewPairs = 20_000;

    public MixtureModel Learn(CancellationToken stop)
    {
        var model = Start();
        for (var round = 0; round < Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var before = model.Same;
            Improve(model);
            if (round > 4 && Math.Abs(Math.Log(model.Same / before)) < Settled) break;
        }
        return model;
    }

    private MixtureModel Start()
    {
        var count = fields.Count;
        var model = new MixtureModel { Parents = parents, M = new(count), U = new(count), H = new(count) };
        for (var f = 0; f < count; f++)
        {
            model.M.Fill(f, Usual);
        }
        CountStrangers(model, new LevelTable(count), _ => 1);
        for (var f = 0; f < count; f++)
        {
            if (!fields[f].Personal) model.H.Fill(f, Usual);
            else model.U.Row(f, 0).CopyTo(model.H.Row(f, 0));
        }
        model.Same = Math.Min(0.25, 0.3 * records / allPairs);
        var household = fields.Any(f => f.Personal) && fields.Any(f => !f.Personal);
        model.Household = household ? Math.Min(0.25, 0.3 * records / allPairs) : 0;
        BindHouseholds(model);
        return model;
    }

    private void Improve(MixtureModel model)
    {
        var expectation = new Expectation(model);
        var m = new LevelTable(model.Fields);
        var h = new LevelTable(model.Fields);
        var u = new LevelTable(model.Fields);
        var (same, household) = (0.0, 0.0);
        for (var i = 0; i < candidates.Patterns.Length; i++)
        {
            var (p, q) = expectation.Of(candidates.Patterns[i]);
            (p, q) = (p * candidates.Counts[i], q * candidates.Counts[i]);
            (same, household) = (same + p, household + q);
            if (p > 1e-9) Count(model, m, candidates.Patterns[i], p);
            if (q > 1e-9) Count(model, h, candidates.Patterns[i], q);
            if (candidates.Counts[i] - p - q is > 1e-9 and var strangers) Count(model, u, candidates.Patterns[i], strangers);
        }
        CountStrangers(model, u, pattern => expectation.Of(pattern) is var (p, q) ? 1 - p - q : 0);
        Take(model, model.M, m);
        Take(model, model.H, h);
        BindHouseholds(model);
        model.Same = Math.Clamp(same / allPairs, 1e-14, 0.5);
        if (model.Household > 0) model.Household = Math.Clamp(household / allPairs, 1e-14, 0.4);
    }

    /// <summary>
    /// From the random pairs; where they are too few to show an agreement, from the strangers among the candidates, which hold most of the rare
    /// agreements there are.
    /// </summary>
    private void CountStrangers(MixtureModel model, LevelTable among, Func<ulong, double> share)
    {
        var counts = new LevelTable(model.Fields);
        var even = new LevelTable(model.Fields);
        for (var i = 0; i < random.Patterns.Length; i++)
            if (random.Counts[i] * share(random.Patterns[i]) is var weight && weight > 1e-9) Count(model, counts, random.Patterns[i], weight);
        var scale = random.Total / allPairs;
        var few = random.Total < FewPairs;
        for (var f = 0; f < model.Fields; f++)
        {
            even.Fill(f, few && fields[f].Kind != FieldKind.Sex ? Strangers : Even);
            for (var row = 0; row < LevelTable.Levels; row++)
                for (var level = 1; level < LevelTable.Levels; level++) counts[f, row, level] = Math.Max(counts[f, row, level], among[f, row, level] * scale);
            counts.Normalise(f, even, lean: few ? 100 : 2, rowLean: 20);
            Copy(counts, model.U, f);
        }
    }

    private static void Count(MixtureModel model, LevelTable table, ulong pattern, double weight)
    {
        for (var f = 0; f < model.Fields; f++)
        {
            var level = PairComparer.Level(pattern, f);
            if (level == 0) continue;
            table[f, 0, level] += weight;
            if (model.Row(pattern, f) is var row && row > 0) table[f, row, level] += weight;
        }
    }

    private void Take(MixtureModel model, LevelTable into, LevelTable counts)
    {
        var usual = new LevelTable(model.Fields);
        for (var f = 0; f < model.Fields; f++)
        {
            usual.Fill(f, Usual);
            counts.Normalise(f, usual, lean: 10, rowLean: 10);
            Copy(counts, into, f);
        }
    }

    /// <summary>
    /// Members of a household are strangers in their names and sex, and never share a number; but twins share a birthday, and the numbers of
    /// one village begin alike, so these are learned.
    /// </summary>
    private void BindHouseholds(MixtureModel model)
    {
        for (var f = 0; f < model.Fields; f++)
        {
            var h = model.H.Row(f, 0);
            var u = model.U.Row(f, 0);
            if (fields[f].Kind is FieldKind.Given or FieldKind.FullName or FieldKind.Sex) u.CopyTo(h);
            else if (fields[f].Personal) h[1] = fields[f].Kind == FieldKind.Identifier ? u[1] : Math.Clamp(h[1], u[1], Math.Max(u[1], MostTwins));
        }
    }

    private const double MostTwins = 0.03;

    private static void Copy(LevelTable from, LevelTable to, int field)
    {
        for (var row = 0; row < LevelTable.Levels; row++) from.Row(field, row).CopyTo(to.Row(field, row));
    }
}
