using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>All that the page of a case shows, read for one officer.</summary>
internal sealed record CaseView
{
    public required CaseFile File { get; init; }
    public required CaseSummary Summary { get; init; }

    /// <summary>Newest first, the latest hundred.</summary>
    public required IReadOnlyList<ShownAct> Acts { get; init; }
    public required IReadOnlyList<Row> Allowed { get; init; }
    public required PersonCard? Person { get; init; }
    public required IReadOnlyList<CaseOfficer> Officers { get; init; }

    /// <summary>Others who opened the case within two minutes.</summary>
    public required IReadOnlyList<string> Present { get; init; }

    /// <summary>Numbers of the case this one was merged into, or of those merged into it.</summary>
    public required IReadOnlyList<string> MergedWith { get; init; }
    public required IReadOnlyList<PanelContent> Main { get; init; }
    public required IReadOnlyList<PanelContent> Side { get; init; }

    public bool MayCorrect { get; init; }
}

/// <summary>An act as the page of a case needs it; without what only proves the chain.</summary>
internal sealed record ShownAct(int Seq, string Kind, DateTime At, Guid? ActorId, string ActorName, string ActorRole, string? OnBehalfOf, string? Reason, string? After);

internal sealed class CaseViewing(AppDb db, OnThePage page, IEnumerable<ICasePanel> panels, CasePresence presence)
{
    private const int LatestActs = 100;

    private static readonly Func<AppDb, string, CancellationToken, Task<FoundCase?>> ByNumber = EF.CompileAsyncQuery((AppDb db, string number, CancellationToken stop) =>
        db.Set<CaseFile>().AsNoTracking().Where(c => c.Number == number)
            .Select(c => new FoundCase(c, db.Set<CaseOfficer>().Where(o => o.CaseId == c.Id).OrderBy(o => o.NamedAt).ToList())).FirstOrDefault());

    private static readonly Func<AppDb, Guid, IAsyncEnumerable<ShownAct>> ActsOf = EF.CompileAsyncQuery((AppDb db, Guid chain) =>
        db.Set<Act>().AsNoTracking().Where(a => a.Chain == chain).OrderByDescending(a => a.Seq).Take(LatestActs)
            .Select(a => new ShownAct(a.Seq, a.Kind, a.At, a.ActorId, a.ActorName, a.ActorRole, a.OnBehalfOf, a.Reason, a.After)));

    private static readonly Func<AppDb, CaseId, IAsyncEnumerable<string>> NumberOf = EF.CompileAsyncQuery((AppDb db, CaseId id) =>
        db.Set<CaseFile>().Where(c => c.Id == id).Select(c => c.Number));

    private static readonly Func<AppDb, CaseId, IAsyncEnumerable<string>> MergedInto = EF.CompileAsyncQuery((AppDb db, CaseId id) =>
        db.Set<CaseFile>().Where(c => c.MergedInto == id).OrderBy(c => c.Id).Select(c => c.Number).Take(20));

    private IReadOnlyList<CaseOfficer> named = [];

    /// <summary>The file under this number; null when there is none or it is not this officer's to see.</summary>
    public async Task<CaseFile?> Find(string number, StaffMember member, CancellationToken stop)
    {
        var found = await ByNumber(db, number, stop);
        if (found is null || !CaseVisibility.MaySee(found.File, found.Officers, member)) return null;
        named = found.Officers;
        return found.File;
    }

    /// <summary>All that this officer may see of it, as of one moment; null as for <see cref="Find"/>.</summary>
    public async Task<CaseView?> Open(string number, StaffMember member, CancellationToken stop)
    {
        await using var moment = await OneMoment.Hold(db, stop);
        return await Find(number, member, stop) is { } file ? await Read(file, member, stop) : null;
    }

    private async Task<CaseView> Read(CaseFile file, StaffMember member, CancellationToken stop)
    {
        var acts = await ActsOf(db, file.Id.Value).ToListAsync(stop);
        var summary = file.Summary();
        var contents = new List<(ICasePanel Panel, PanelContent Content)>();
        foreach (var panel in panels.OrderBy(p => p.Order))
            if (await panel.For(summary, member, stop) is { } content) contents.Add((panel, content));
        return new CaseView
        {
            File = file, Summary = summary, Acts = acts, Allowed = [.. Allowed(file, member, acts)],
            Person = await page.Person(file.PersonId, stop),
            Officers = named,
            Present = presence.Open(file.Id, member),
            MergedWith = await MergedWith(file, stop),
            Main = [.. contents.Where(c => c.Panel.Place == PanelPlace.Main).Select(c => c.Content)],
            Side = [.. contents.Where(c => c.Panel.Place == PanelPlace.Side).Select(c => c.Content)],
            MayCorrect = file.Open && member.HasAny(CaseCorrection.Roles),
        };
    }

    /// <summary>What this officer may do now; acts that separation of duties forbids are not offered.</summary>
    private static IEnumerable<Row> Allowed(CaseFile file, StaffMember member, IReadOnlyList<ShownAct> acts)
    {
        var own = acts.Where(a => a.ActorId == member.Id.Value).Select(a => a.Kind).ToHashSet();
        return CaseWorkflow.Allowed(file.Step, member.Roles)
            .Where(r => !SeparationOfDuties.Excluding(r.Act).Any(k => own.Contains(k.ToString())))
            .Where(r => r.Act != CaseActKind.NameOfficer || file.Secret)
            .Where(r => r.Act != CaseActKind.AssignProgramme || file.Division == member.Division);
    }

    private async Task<IReadOnlyList<string>> MergedWith(CaseFile file, CancellationToken stop) =>
        file.MergedInto is { } other ? await NumberOf(db, other).ToListAsync(stop) : file.ReportCount == 1 ? [] : await MergedInto(db, file.Id).ToListAsync(stop);

    private sealed record FoundCase(CaseFile File, List<CaseOfficer> Officers);
}
