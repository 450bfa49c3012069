using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Layar.Bench.Limits;

/// <summary>
/// A bare blocking-and-scoring loop over the same file: four passes by equal values, every pair scored with fixed weights and one edit distance,
/// on all threads. No reading, no learning, no decision in its time. Prints pairs and seconds.
/// </summary>
internal static class LinkageLimit
{
    private const int MostInBlock = 40;
    private const int Name = 0;
    private static readonly int[][] Passes = [[0], [1], [2, 5], [4]];
    private static readonly float[] Agree = [12, 20, 12, 1, 11, 8, 12];

    public static Task Run(IConfiguration options)
    {
        var columns = Read(options["file"]!, out var names);
        var watch = Stopwatch.StartNew();
        var (pairs, likely) = (0L, 0L);
        foreach (var pass in Passes)
        {
            var order = Enumerable.Range(0, columns[0].Length).Where(r => Array.TrueForAll(pass, c => columns[c][r] >= 0)).ToArray();
            var keys = Array.ConvertAll(order, r => pass.Aggregate(0L, (key, c) => key * 1_000_003 + columns[c][r]));
            Array.Sort(keys, order);
            var starts = Enumerable.Range(0, keys.Length).Where(i => i == 0 || keys[i] != keys[i - 1]).Append(keys.Length).ToArray();
            Parallel.For(0, starts.Length - 1, () => (Pairs: 0L, Likely: 0L), (b, _, sum) => Block(columns, names, order, starts[b], Math.Min(starts[b + 1], starts[b] + MostInBlock), sum), sum =>
            {
                Interlocked.Add(ref pairs, sum.Pairs);
                Interlocked.Add(ref likely, sum.Likely);
            });
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs} {watch.Elapsed.TotalSeconds} {likely}"));
        return Task.CompletedTask;
    }

    private static (long Pairs, long Likely) Block(int[][] columns, List<string> names, int[] order, int start, int end, (long Pairs, long Likely) sum)
    {
        for (var i = start; i < end; i++)
        {
            for (var j = i + 1; j < end; j++)
            {
                sum.Pairs++;
                if (Score(columns, names, order[i], order[j]) > 20) sum.Likely++;
            }
        }
        return sum;
    }

    private static float Score(int[][] columns, List<string> names, int left, int right)
    {
        var score = 0f;
        for (var c = 0; c < columns.Length; c++)
        {
            var (a, b) = (columns[c][left], columns[c][right]);
            if ((a | b) < 0) continue;
            score += a == b ? Agree[c] : c == Name && Distance(names[a], names[b]) <= 2 ? Agree[c] / 2 : -3;
        }
        return score;
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }

    private static int[][] Read(string file, out List<string> names)
    {
        var numbers = Agree.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        var columns = Agree.Select(_ => new List<int>()).ToArray();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var fields = line.Split(',');
            for (var c = 0; c < columns.Length; c++)
            {
                var value = fields[c + 1];
                if (value.Length > 0) numbers[c].TryAdd(value, numbers[c].Count);
                columns[c].Add(value.Length == 0 ? -1 : numbers[c][value]);
            }
        }
        names = [.. numbers[Name].Keys];
        return Array.ConvertAll(columns, c => c.ToArray());
    }
}
