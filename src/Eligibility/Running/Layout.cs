namespace Layar.Eligibility.Running;

/// <summary>Which column of a run stands at which place.</summary>
internal sealed class Layout
{
    private readonly Dictionary<string, int> numberPlaces = new(StringComparer.Ordinal), bitPlaces = new(StringComparer.Ordinal);
    private readonly List<Slot> numbers = [];
    private readonly List<Core.Bit> bits = [];

    public IReadOnlyList<Slot> Numbers => numbers;

    public int Number(Slot slot)
    {
        if (numberPlaces.TryGetValue(slot.Key, out var place)) return place;
        numbers.Add(slot);
        return numberPlaces[slot.Key] = numbers.Count - 1;
    }

    public int Bit(Core.Bit bit)
    {
        if (bitPlaces.TryGetValue(bit.Key, out var place)) return place;
        bits.Add(bit);
        return bitPlaces[bit.Key] = bits.Count - 1;
    }

    /// <summary>The columns of a table; for counts those of <paramref name="counts"/>.</summary>
    public (int[][] Numbers, ulong[][] Bits) Columns(FactTable table, IReadOnlyDictionary<string, (int[] Low, int[] High)> counts)
    {
        var numberColumns = new int[2 * numbers.Count][];
        for (var i = 0; i < numbers.Count; i++)
            (numberColumns[2 * i], numberColumns[2 * i + 1]) = numbers[i] is FactSlot fact ? table.Column(fact.Fact, fact.Choice) : counts[numbers[i].Key];
        var bitColumns = new ulong[2 * bits.Count][];
        for (var i = 0; i < bits.Count; i++) (bitColumns[2 * i], bitColumns[2 * i + 1]) = table.Bits(bits[i].Fact, bits[i].Choice);
        return (numberColumns, bitColumns);
    }
}
