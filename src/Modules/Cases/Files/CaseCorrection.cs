using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Files;

/// <summary>The facts of a case as an officer corrects them.</summary>
internal sealed record CaseFacts(string Title, string Problem, string? Service, string? Ppks, string? Area, bool? Social);

/// <summary>Corrects what a case is about. The act names the changed fields; of the title, which may hold a name, only that it changed.</summary>
internal sealed class CaseCorrection(AppDb db, Change change, CaseProcess process, CaseVisibility visibility, ICatalogue catalogue, IServiceProvider services, TimeProvider clock)
{
    public const string Kind = "CaseCorrected";

    public static readonly string[] Roles = [Identity.Contracts.Roles.Operator, Identity.Contracts.Roles.Supervisor, Identity.Contracts.Roles.Manager];

    public Task<Outcome> Correct(CaseId id, CaseFacts facts, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Id == id, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return new Refusal("cases.refused.not-found");
        if (!member.HasAny(Roles)) return new Refusal("cases.refused.role");
        if (!file.Open) return new Refusal("cases.refused.step");
        if (version != file.Version) return CaseProcess.ChangedMeanwhile(file);
        if (Fault(facts) is { } fault) return fault;
        var before = Codes(file);
        var title = file.Title != facts.Title;
        Write(file, facts);
        var after = Codes(file);
        var changed = after.Where(a => before[a.Key] != a.Value).Select(a => a.Key).Concat(title ? ["title"] : []).ToList();
        if (changed.Count == 0) return new Refusal("cases.refused.same");
        await process.Note(file, Kind, member.As(Roles), changed.ToDictionary(f => f, f => before.GetValueOrDefault(f)), changed.ToDictionary(f => f, f => after.GetValueOrDefault(f)), stop);
        return Outcome.Success;
    }, stop);

    private Refusal? Fault(CaseFacts facts)
    {
        var day = Wita.Day(clock.GetUtcNow().UtcDateTime);
        return Refusal.Of(
            facts.Title.Length is < 3 or > 120 ? new("cases.refused.title", "Input.Title") : null,
            catalogue.Problems.All(p => p.Code != facts.Problem) ? Unknown("Input.Problem") : null,
            facts.Service is { } service && catalogue.Service(service, day) is null ? Unknown("Input.Service") : null,
            facts.Ppks is { } ppks && catalogue.PpksTypes.All(p => p.Code != ppks) ? Unknown("Input.Ppks") : null,
            facts.Area is { } area && services.GetService<IAreas>() is { } areas && areas.Find(area) is null ? Unknown("Input.Area") : null);
    }

    private static Refusal Unknown(string field) => new("cases.refused.unknown-choice", field);

    private static void Write(CaseFile file, CaseFacts facts)
    {
        file.Title = facts.Title;
        file.Problem = facts.Problem;
        file.Service = facts.Service;
        file.Ppks = facts.Ppks;
        file.Area = facts.Area;
        file.District = CaseOpening.DistrictOf(facts.Area);
        file.Social = facts.Social;
    }

    private static Dictionary<string, string?> Codes(CaseFile file) => new()
    {
        ["problem"] = file.Problem, ["service"] = file.Service, ["ppks"] = file.Ppks, ["area"] = file.Area, ["social"] = file.Social?.ToString(),
    };
}
