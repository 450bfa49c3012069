using Layar.Linkage.Comparison;
using Layar.Linkage.Estimation;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Scoring;

/// <summary>
/// The match weight of a pair: the binary logarithm of how much likelier its agreements are for one person than for two. Two are strangers or
/// members of one household, in the proportion learned.
/// </summary>
internal sealed class PairScorer
{
    /// <summary>For each field, row and level: log2 of m, u, h, and of u without its share of common values (NaN where frequencies play no part).</summary>
    private const int Width = 4;
    private const double Dependent = 3;
    private readonly float[] table;
    private readonly int[] parents;
    private readonly Field[] fields;
    private readonly TermFrequencies frequencies;
    private readonly WordRarity?[] words;
    private readonly float stranger;
    private readonly float household;

    public PairScorer(IReadOnlyList<Field> fields, MixtureModel model, TermFrequencies frequencies)
    {
        (this.fields, parents, this.frequencies) = ([.. fields], model.Parents, frequencies);
        words = [.. fields.Select(f => f.Kind == FieldKind.FullName ? new WordRarity(f) : null)];
        Prior = Math.Log2(model.Same / (1 - model.Same));
        stranger = (float)Math.Log2((1 - model.Same - model.Household) / (1 - model.Same));
        household = model.Household > 0 ? (float)Math.Log2(model.Household / (1 - model.Same)) : float.NegativeInfinity;
        table = new float[fields.Count * 64 * Width];
        for (var f = 0; f < fields.Count; f++)
            for (var row = 0; row < 8; row++)
                for (var level = 1; level < 8; level++) Fill(model, f, row, level);
    }

    /// <summary>Logarithm of the odds that two records taken at random are one person.</summary>
    public double Prior { get; }

    /// <summary>Sum of the weights of all fields, and what the household of the two takes away.</summary>
    public double Weight(int left, int right, ulong pattern)
    {
        var (m, u, h) = (0f, stranger, household);
        for (var f = 0; f < parents.Length; f++)
        {
            var level = PairComparer.Level(pattern, f);
            if (level == 0) continue;
            var cell = Cell(f, parents[f] < 0 ? 0 : PairComparer.Level(pattern, parents[f]), level);
            var rarity = Rarity(f, cell, level, left, right);
            m += table[cell];
            u += table[cell + 1] + rarity;
            h += table[cell + 2] + (fields[f].Personal ? rarity : 0);
        }
        return m - LogSum(u, h);
    }

    public double Probability(double weight) => 1 / (1 + Math.Exp(-(weight + Prior) * Math.Log(2)));

    /// <summary>Weight of each field; the household's part is what remains to <see cref="Weight"/>.</summary>
    public double[] Weights(int left, int right, ulong pattern)
    {
        var weights = new double[parents.Length];
        for (var f = 0; f < parents.Length; f++)
        {
            var level = PairComparer.Level(pattern, f);
            if (level == 0) continue;
            var cell = Cell(f, parents[f] < 0 ? 0 : PairComparer.Level(pattern, parents[f]), level);
            weights[f] = table[cell] - table[cell + 1] - Rarity(f, cell, level, left, right);
        }
        return weights;
    }

    private static int Cell(int field, int row, int level) => ((field * 8 + row) * 8 + level) * Width;

    /// <summary>What the frequency of the shared value, or of the shared word of a name, adds to the logarithm of u.</summary>
    private float Rarity(int field, int cell, int level, int left, int right)
    {
        if (!float.IsNaN(table[cell + 3])) return frequencies.Log(field, fields[field].Values[left]) is var log && double.IsNaN(log) ? 0 : (float)log - table[cell + 3];
        return words[field] is { } rarity && level is >= (int)AgreementLevel.Close and <= (int)AgreementLevel.Elsewhere
            ? rarity.Of(fields[field].Values[left], fields[field].Values[right]) : 0;
    }

    private static float LogSum(float u, float h)
    {
        var (more, less) = u >= h ? (u, h) : (h, u);
        return less - more < -20 ? more : more + MathF.Log2(1 + float.Exp2(less - more));
    }

    private void Fill(MixtureModel model, int f, int row, int level)
    {
        var cell = Cell(f, row, level);
        table[cell] = (float)Math.Log2(model.M[f, row, level]);
        table[cell + 1] = (float)Math.Log2(model.U[f, row, level]);
        table[cell + 2] = (float)Math.Log2(model.H[f, 0, level]);
        var usual = model.U[f, 0, (int)AgreementLevel.Exact];
        table[cell + 3] = UsesFrequency(fields[f].Kind, (AgreementLevel)level) && model.U[f, row, (int)AgreementLevel.Exact] < Dependent * usual ? (float)Math.Log2(usual) : float.NaN;
    }

    private static bool UsesFrequency(FieldKind kind, AgreementLevel level) => kind switch
    {
        FieldKind.Sex or FieldKind.Age => false,
        FieldKind.Given or FieldKind.Family => level is AgreementLevel.Exact or AgreementLevel.Elsewhere,
        _ => level == AgreementLevel.Exact,
    };
}
