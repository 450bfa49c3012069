using System.Text.Json;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.Catalogue.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Privacy.Retention;

/// <param name="Waiting">pieces that have run out and are still there; never more than <see cref="ProtectionModel.MostCounted"/></param>
internal sealed record KeptData(RetentionRule Rule, DateTime EndedBefore, int Waiting);

/// <param name="Name">of the rule as it is called now</param>
internal sealed record Erased(DateTime At, string Name, int Count, int Months);

/// <summary>"Pelindungan data": how long what is kept, what was erased, and the ways to the copy for a person and to the worksheet of a breach.</summary>
[StaffPage(Roles.DataProtection, Roles.Administrator, Roles.Auditor)]
internal sealed class ProtectionModel(AppDb db, RunOutRules rules, ICatalogue catalogue, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    public const int MostCounted = 1_000;
    private const int LatestErased = 50;

    public IReadOnlyList<KeptData> Kept { get; private set; } = [];

    public IReadOnlyList<Erased> Latest { get; private set; } = [];

    public bool MayOpenSheet => staff.Required.HasAny([Roles.DataProtection, Roles.Administrator]);

    public bool MayCopy => staff.Required.Has(Roles.DataProtection);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var kept = new List<KeptData>();
        foreach (var rule in rules.Today()) kept.Add(new KeptData(rule.Rule, rule.EndedBefore, await rule.Data.Count(rule.EndedBefore, MostCounted, stop)));
        Kept = kept;
        var acts = await db.Set<Act>().AsNoTracking().Where(a => a.Chain == Erasing.Minutes).OrderByDescending(a => a.Seq).Take(LatestErased).ToListAsync(stop);
        var names = catalogue.Retention(Wita.Day(clock.GetUtcNow().UtcDateTime)).ToDictionary(r => r.Code, r => r.Name.ToString());
        Latest = [.. acts.Where(a => a.After is not null).Select(a => Read(a, names))];
    }

    private static Erased Read(Act act, IReadOnlyDictionary<string, string> names)
    {
        using var after = JsonDocument.Parse(act.After!);
        var code = after.RootElement.GetProperty("code").GetString()!;
        return new Erased(act.At, names.GetValueOrDefault(code, code), after.RootElement.GetProperty("count").GetInt32(), after.RootElement.GetProperty("months").GetInt32());
    }
}
