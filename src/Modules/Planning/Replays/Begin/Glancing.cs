using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.Planning.Replays.Running;

namespace Layar.Planning.Replays.Begin;

/// <summary>Counts at a glance, while somebody opens the page, what the rule says of the newest release.</summary>
internal sealed class Glancing(RulesToTry rules, IRegisterCount register, IProgrammes programmes, IProgrammeVersions versions, TimeProvider clock)
{
    /// <param name="code">of the programme</param>
    /// <param name="version">null for the rule in force</param>
    /// <param name="whole">the reader sees persons, so also small figures</param>
    /// <param name="stop">when nobody waits any more</param>
    /// <returns>null when version or programme went away, or a figure of the rule has no value on the day</returns>
    public async Task<Glance?> At(string code, ProgrammeVersionId? version, bool whole, CancellationToken stop)
    {
        var written = version is { } id ? await versions.Find(id, stop) : null;
        var day = RulesToTry.Day(written, Wita.Day(clock.GetUtcNow().UtcDateTime));
        var moment = programmes.Moment(day);
        if (await rules.Find(code, version, day, stop) is not { } tried || moment.Lacks(tried.Programme.Rule).Count > 0) return null;
        var was = tried.Was is { } before && moment.Lacks(before).Count == 0 ? before : null;
        return new(await register.Count(tried.Programme.Rule, was, day, stop), day, whole);
    }
}
