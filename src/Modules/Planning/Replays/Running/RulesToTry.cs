using Layar.Catalogue.Contracts;

namespace Layar.Planning.Replays.Running;

/// <summary>Which rules are held against each other: that of a version with the one it replaces or would replace, or the rule in force alone.</summary>
internal sealed class RulesToTry(IProgrammes programmes, IProgrammeVersions versions)
{
    /// <param name="code">of the programme</param>
    /// <param name="version">null for the rule in force</param>
    /// <param name="day">for which it is tried out</param>
    /// <param name="stop">to give up</param>
    /// <returns>null when version or programme went away</returns>
    public async Task<TriedRules?> Find(string code, ProgrammeVersionId? version, DateOnly day, CancellationToken stop)
    {
        if (version is not { } id) return programmes.Find(code, day) is { } holds ? new(holds, null, programmes.Facts, programmes.Parameters) : null;
        if (await versions.Find(id, stop) is not { } written) return null;
        var before = written.State == VersionState.Active ? programmes.Find(code, written.Programme.Validity.From.AddDays(-1)) : programmes.Find(code, day);
        return new(written.Programme, before?.Rule, written.Facts, programmes.Parameters);
    }

    /// <summary>Today, or the first day of a version that is still to come.</summary>
    public static DateOnly Day(WrittenVersion? written, DateOnly today) => written?.Programme.Validity.From is { } first && first > today ? first : today;
}
