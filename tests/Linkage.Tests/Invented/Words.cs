namespace Layar.Linkage.Tests.Invented;

/// <summary>Lists of invented words whose frequencies fall as those of names do (Zipf).</summary>
internal sealed class Words
{
    private static readonly string[] Starts = ["b", "br", "c", "ch", "cl", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "sh", "st", "t", "th", "tr", "v", "w", ""];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ea", "ie", "ou", "a", "e", "o"];
    private static readonly string[] Ends = ["n", "r", "l", "s", "t", "ck", "ng", "rd", "m", "", "", "nd", "rt", "ll"];
    private readonly string[] words;
    private readonly double[] cumulative;

    private Words(IEnumerable<string> list, double steepness)
    {
        words = [.. list];
        cumulative = new double[words.Length];
        var sum = 0.0;
        for (var i = 0; i < words.Length; i++) cumulative[i] = sum += Math.Pow(i + 1 + words.Length * 0.01, -steepness);
    }

    public static Words Of(double steepness, string list) => new(list.Split(' '), steepness);

    public static Words Made(int count, double steepness, Random random, string end = "")
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < count) made.Add(Syllables(random.Next(2, 4), random) + end);
        return new Words(made, steepness);
    }

    public string Any(Random random)
    {
        var at = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return words[Math.Min(words.Length - 1, at < 0 ? ~at : at)];
    }

    public static string Syllables(int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(i =>
        Starts[random.Next(Starts.Length)] + Middles[random.Next(Middles.Length)] + (i == count - 1 || random.Next(3) == 0 ? Ends[random.Next(Ends.Length)] : "")));
}
