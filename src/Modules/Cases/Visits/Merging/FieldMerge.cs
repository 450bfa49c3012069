namespace Layar.Cases.Visits.Merging;

/// <summary>What becomes of an answer that arrives. Pure. Clocks have no say in it.</summary>
internal static class FieldMerge
{
    /// <param name="seen">version that the writer had before the eyes</param>
    /// <param name="now">version that counts</param>
    public static ChangeState Decide(int seen, int now, IReadOnlyList<string> given, IReadOnlyList<string> stored) =>
        given.SequenceEqual(stored) ? ChangeState.Agreed : seen == now ? ChangeState.Applied : ChangeState.Conflict;
}
