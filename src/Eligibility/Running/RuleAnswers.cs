using System.Numerics;
using Layar.Eligibility.Proofs;

namespace Layar.Eligibility.Running;

/// <summary>Two bits for each rule and person.</summary>
public sealed class RuleAnswers
{
    private readonly ulong[][] planes;

    internal RuleAnswers(int rows, ulong[][] planes)
    {
        (Rows, this.planes) = (rows, planes);
        if (rows % Lanes.Width == 0) return;
        foreach (var plane in planes) plane[^1] &= (1UL << rows) - 1;
    }

    public int Rows { get; }

    /// <summary>Number of rules.</summary>
    public int Rules => planes.Length / 2;

    /// <param name="rule">place in the list that was compiled</param>
    /// <param name="row">place in the table</param>
    public Truth this[int rule, int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            return ((planes[2 * rule][row / Lanes.Width] >> row) & 1) == 1 ? Truth.Yes : ((planes[2 * rule + 1][row / Lanes.Width] >> row) & 1) == 1 ? Truth.No : Truth.Unknown;
        }
    }

    /// <summary>How many persons have the answer.</summary>
    public int Count(int rule, Truth truth) => truth switch
    {
        Truth.Yes => Ones(planes[2 * rule]),
        Truth.No => Ones(planes[2 * rule + 1]),
        _ => Rows - Ones(planes[2 * rule]) - Ones(planes[2 * rule + 1]),
    };

    /// <summary>One bit for each row, 64 in a word, of the rows that have the answer yes.</summary>
    public ReadOnlySpan<ulong> Eligible(int rule) => planes[2 * rule];

    /// <summary>One bit for each row of the rows that have the answer no.</summary>
    public ReadOnlySpan<ulong> NotEligible(int rule) => planes[2 * rule + 1];

    internal ulong[] Plane(int place) => planes[place];

    private static int Ones(ulong[] plane)
    {
        var ones = 0;
        foreach (var word in plane) ones += BitOperations.PopCount(word);
        return ones;
    }
}
