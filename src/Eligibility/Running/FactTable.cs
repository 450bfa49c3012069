using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;

namespace Layar.Eligibility.Running;

/// <summary>
/// What is known of many persons, column by column: two numbers for a number or date, two bits for a yes/no fact, a choice or a member of a
/// set. What is not set is unknown. Rows may be set from several threads when no two set rows of the same 64.
/// </summary>
/// <param name="rows">number of persons</param>
public sealed class FactTable(int rows)
{
    private readonly Dictionary<string, (int[] Low, int[] High)> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ulong[] Yes, ulong[] No)> bits = new(StringComparer.Ordinal);
    private readonly Lock adding = new();
    private int[]? households;
    private bool[] complete = [];
    private int[]?[]? living;

    public int Rows => rows;

    internal int Words => (rows + Lanes.Width - 1) / Lanes.Width;

    /// <summary>Bounds of a number or date (day numbers) for all rows, to fill in bulk; unknown is <see cref="FactValue.Lowest"/> to <see cref="FactValue.Highest"/>.</summary>
    public (Memory<int> Low, Memory<int> High) Numbers(FactDefinition fact, string? choice = null)
    {
        var column = Column(fact, choice);
        return (column.Low.AsMemory(0, rows), column.High.AsMemory(0, rows));
    }

    public void Set(int row, FactDefinition fact, FactValue value)
    {
        switch (fact.Type)
        {
            case FactType.YesNo:
                SetBit(row, fact, null, value.Answer);
                break;
            case FactType.Number or FactType.Date:
                SetNumber(row, fact, null, value.Low, value.High);
                break;
            case FactType.History:
                foreach (var (choice, day) in value.Days) SetNumber(row, fact, choice, day, day);
                break;
            default:
                foreach (var (choice, truth) in value.Members) SetBit(row, fact, choice, truth);
                break;
        }
    }

    /// <summary>All facts of a sheet that are not too old on the day; its household is set by <see cref="SetHousehold"/>.</summary>
    public void Set(int row, FactSheet sheet, FactCatalogue catalogue, DateOnly day)
    {
        foreach (var code in sheet.Codes)
            if (catalogue.Find(code) is { } fact && sheet.Value(fact, day) is { } value) Set(row, fact, value);
    }

    public void SetBit(int row, FactDefinition fact, string? choice, Truth truth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows, nameof(row));
        var (yes, no) = Bits(fact, choice);
        var bit = 1UL << row;
        var word = row / Lanes.Width;
        yes[word] = truth == Truth.Yes ? yes[word] | bit : yes[word] & ~bit;
        no[word] = truth == Truth.No ? no[word] | bit : no[word] & ~bit;
    }

    private void SetNumber(int row, FactDefinition fact, string? choice, int low, int high)
    {
        var column = Column(fact, choice);
        (column.Low[row], column.High[row]) = (low, high);
    }

    /// <summary>Who lives together: rows of one household have one number, from 0 up; -1 is unknown.</summary>
    /// <param name="ofRow">number of the household of each row</param>
    /// <param name="isComplete">by number: nobody else lives there</param>
    public void SetHousehold(int[] ofRow, bool[] isComplete)
    {
        if (ofRow.Length != rows || ofRow.Any(h => h < -1 || h >= isComplete.Length)) throw new ArgumentException("Every row needs a household that exists, or -1.", nameof(ofRow));
        (households, complete, living) = (ofRow, isComplete, null);
    }

    /// <summary>Everybody of the household stands in the table.</summary>
    internal bool KnowsHousehold(int row) => households is not null && households[row] >= 0 && complete[households[row]];

    /// <summary>Rows of the household that are known, this one included.</summary>
    internal IReadOnlyList<int> LivingWith(int row)
    {
        living ??= Gathered();
        return living[households![row]]!;
    }

    private int[]?[] Gathered()
    {
        var rowsOf = new List<int>?[complete.Length];
        for (var row = 0; row < rows; row++)
            if (households![row] is var household and >= 0) (rowsOf[household] ??= []).Add(row);
        return [.. rowsOf.Select(r => r?.ToArray())];
    }

    internal (int[] Low, int[] High) Column(FactDefinition fact, string? choice)
    {
        lock (adding)
        {
            var key = FactSlot.KeyOf(fact, choice);
            if (numbers.TryGetValue(key, out var column)) return column;
            return numbers[key] = NewColumn();
        }
    }

    internal (ulong[] Yes, ulong[] No) Bits(FactDefinition fact, string? choice)
    {
        lock (adding)
        {
            var key = FactSlot.KeyOf(fact, choice);
            if (bits.TryGetValue(key, out var column)) return column;
            return bits[key] = (new ulong[Words], new ulong[Words]);
        }
    }

    /// <summary>For every person how many of the household surely are, and how many may be.</summary>
    internal (int[] Low, int[] High) CountByHousehold(ulong[] yes, ulong[] no)
    {
        var column = NewColumn();
        var sure = new int[complete.Length];
        var possible = new int[complete.Length];
        for (var row = 0; households is not null && row < rows; row++)
        {
            if (households[row] < 0) continue;
            sure[households[row]] += (int)(yes[row / Lanes.Width] >> row) & 1;
            possible[households[row]] += (int)~(no[row / Lanes.Width] >> row) & 1;
        }
        for (var row = 0; row < rows; row++)
        {
            var household = households is null ? -1 : households[row];
            column.Low[row] = household < 0 ? 0 : sure[household];
            if (household >= 0 && complete[household]) column.High[row] = possible[household];
        }
        return column;
    }

    private (int[] Low, int[] High) NewColumn()
    {
        var (low, high) = (new int[Words * Lanes.Width], new int[Words * Lanes.Width]);
        Array.Fill(low, FactValue.Lowest);
        Array.Fill(high, FactValue.Highest);
        return (low, high);
    }
}
