using Layar.Linkage.Comparison;

namespace Layar.Linkage.Scoring;

/// <summary>
/// For names that agree in part: how much rarer the rarest word they share is than the word that two strangers usually share. Two Sitis are
/// nothing, two Juwariyahs are something.
/// </summary>
internal sealed class WordRarity
{
    private const float Most = 8;
    private readonly Field field;
    private readonly float[] logarithms;

    public WordRarity(Field field)
    {
        this.field = field;
        var uses = new int[field.Domain.Words.Count];
        var known = 0.0;
        foreach (var value in field.Values)
        {
            if (value < 0) continue;
            known++;
            foreach (var word in field.Domain.WordsOf(value)) uses[word]++;
        }
        var shares = Array.ConvertAll(uses, n => Math.Max(n, 1) / Math.Max(known, 2));
        var usual = shares.Sum(p => p * p * p) / Math.Max(1e-300, shares.Sum(p => p * p));
        logarithms = Array.ConvertAll(shares, p => (float)Math.Clamp(Math.Log2(p / usual), -Most, Most));
    }

    /// <summary>To be added to the logarithm of u; 0 when no word is the same in both.</summary>
    public float Of(int left, int right)
    {
        var rarest = float.MaxValue;
        var others = field.Domain.WordsOf(right);
        foreach (var word in field.Domain.WordsOf(left)) if (logarithms[word] < rarest && others.Contains(word)) rarest = logarithms[word];
        return rarest == float.MaxValue ? 0 : rarest;
    }
}
