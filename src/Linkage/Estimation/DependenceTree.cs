using Layar.Linkage.Comparison;

namespace Layar.Linkage.Estimation;

/// <summary>
/// Which field each field depends on. Suburb and postcode, given name and sex, age and date agree together even between strangers; to count
/// both in full would be to count one fact twice. Chow and Liu 1968: the tree with the greatest mutual information between agreement levels.
/// </summary>
internal static class DependenceTree
{
    /// <summary>Bits of information below which two fields count as independent.</summary>
    private const double Independent = 2e-4;

    /// <param name="strangers">patterns of random pairs</param>
    /// <returns>the parent of each field, -1 for none</returns>
    public static int[] Of(PatternCounts strangers, int fields)
    {
        var information = new double[fields, fields];
        Parallel.For(0, fields, a =>
        {
            for (var b = a + 1; b < fields; b++) information[a, b] = information[b, a] = Information(strangers, a, b);
        });
        var parents = new int[fields];
        Array.Fill(parents, -1);
        var best = new double[fields];
        Array.Fill(best, Independent);
        var inTree = new bool[fields];
        for (var step = 0; step < fields; step++)
        {
            var next = Enumerable.Range(0, fields).Where(f => !inTree[f]).OrderByDescending(f => parents[f] >= 0 ? best[f] : 0).ThenBy(f => f).First();
            inTree[next] = true;
            for (var f = 0; f < fields; f++)
                if (!inTree[f] && information[next, f] > best[f]) (best[f], parents[f]) = (information[next, f], next);
        }
        return parents;
    }

    /// <summary>Mutual information of the levels of two fields over the pairs that know both, in bits, less what chance alone gives.</summary>
    private static double Information(PatternCounts counts, int a, int b)
    {
        var joint = new double[8, 8];
        for (var i = 0; i < counts.Patterns.Length; i++)
            joint[PairComparer.Level(counts.Patterns[i], a), PairComparer.Level(counts.Patterns[i], b)] += counts.Counts[i];
        var rows = new double[8];
        var columns = new double[8];
        for (var x = 1; x < 8; x++) for (var y = 1; y < 8; y++) (rows[x], columns[y]) = (rows[x] + joint[x, y], columns[y] + joint[x, y]);
        var total = rows.Sum();
        if (total == 0) return 0;
        var sum = 0.0;
        for (var x = 1; x < 8; x++)
            for (var y = 1; y < 8; y++) if (joint[x, y] > 0) sum += joint[x, y] / total * Math.Log2(joint[x, y] * total / (rows[x] * columns[y]));
        var freedom = (rows.Count(r => r > 0) - 1) * (columns.Count(c => c > 0) - 1);
        return sum - freedom / (total * Math.Log(2));
    }
}
