using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Estimation;

/// <summary>
/// Agreement on a rare value tells more than on a common one (Newcombe 1959; Winkler 1989): for exact agreement on v the chance of
/// agreement between strangers is the share of records that hold v.
/// </summary>
internal sealed class TermFrequencies
{
    private readonly double[][] logarithms;

    /// <param name="entity">number of the person of each record when groups are known already; a person's repeated records count once</param>
    public TermFrequencies(IReadOnlyList<Field> fields, int[]? entity)
    {
        var repeated = entity is null ? null : Repeated(entity);
        logarithms = new double[fields.Count][];
        Parallel.For(0, fields.Count, f => logarithms[f] = Shares(fields, f, entity, repeated));
    }

    /// <summary>Binary logarithm of the share of value <paramref name="value"/> in field <paramref name="field"/>; NaN where that is not known.</summary>
    public double Log(int field, int value) => logarithms[field][value];

    private static double[] Shares(IReadOnlyList<Field> fields, int f, int[]? entity, bool[]? repeated)
    {
        var field = fields[f];
        var counts = new double[field.Domain.Texts.Count];
        var seen = new HashSet<(int, int)>();
        var total = 0.0;
        foreach (var source in Sources(fields, field))
        {
            for (var r = 0; r < source.Values.Length; r++)
            {
                if (source.Values[r] is not (>= 0 and var value)) continue;
                if (repeated is not null && repeated[r] && !seen.Add((entity![r], value))) continue;
                counts[value]++;
                if (source == field) total++;
            }
        }
        return Array.ConvertAll(counts, c => field.Kind == FieldKind.Identifier && c <= Own ? double.NaN : Math.Log2(Math.Max(c, 1) / (total + Unseen)));
    }

    /// <summary>Which records are not the only one of their person.</summary>
    private static bool[] Repeated(int[] entity)
    {
        var repeated = new bool[entity.Length];
        for (var r = 0; r < entity.Length; r++) if (entity[r] != r) repeated[r] = repeated[entity[r]] = true;
        return repeated;
    }

    /// <summary>A number that only the two records have says nothing of how often strangers share one; the model's u does.</summary>
    private const double Own = 2;

    /// <summary>Records of persons who are not in the file, so that a handful of records does not make every name common.</summary>
    private const double Unseen = 50;

    /// <summary>Names may stand in each other's column, so both columns count.</summary>
    private static IEnumerable<Field> Sources(IReadOnlyList<Field> fields, Field field) =>
        field.Kind is FieldKind.Given or FieldKind.Family ? [field, .. field.Partners.Select(p => fields[p])] : [field];
}
