namespace Layar.Linkage.Scoring;

/// <param name="Left">number of the record, smaller than that of the other</param>
internal readonly record struct ScoredPair(int Left, int Right, float Weight) : IComparable<ScoredPair>
{
    /// <summary>Heaviest first, then as in the files: the same order on every run.</summary>
    public int CompareTo(ScoredPair other)
    {
        var byWeight = other.Weight.CompareTo(Weight);
        if (byWeight != 0) return byWeight;
        return Left != other.Left ? Left.CompareTo(other.Left) : Right.CompareTo(other.Right);
    }
}
