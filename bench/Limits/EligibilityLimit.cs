namespace Layar.Bench.Limits;

/// <summary>A person of the registry as a programmer would lay it out who needs only these facts. 0 or -1 is unknown; flags are 1 for yes and 2 for no.</summary>
internal struct RegistryRow
{
    public int Age, Desil, Income, Rtlh, Clothing, Toddlers, Household;
    public byte Sex, House, Pregnant, Disabled, Unfit, Servant, Orphan, Abandoned, Pkh, Sembako, Village, Pbi, Meals;
}

internal delegate bool Eligible(in RegistryRow person);

/// <summary>The bare loop: every hand-written delegate on every person, on some threads, counting who is eligible. It knows no unknown and gives no reason.</summary>
internal static class EligibilityLimit
{
    private const int Portion = 16_384;

    public static int[] Count(RegistryRow[] persons, Eligible[] programmes, int threads)
    {
        var counts = new int[programmes.Length];
        Parallel.For(0, (persons.Length + Portion - 1) / Portion, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new int[programmes.Length], (portion, _, mine) =>
        {
            foreach (ref readonly var person in persons.AsSpan(portion * Portion, Math.Min(Portion, persons.Length - portion * Portion)))
                for (var i = 0; i < programmes.Length; i++)
                    if (programmes[i](person)) mine[i]++;
            return mine;
        }, mine =>
        {
            for (var i = 0; i < mine.Length; i++) Interlocked.Add(ref counts[i], mine[i]);
        });
        return counts;
    }
}
