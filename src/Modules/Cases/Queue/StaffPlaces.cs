using Layar.Cases.Contracts;
using Layar.Cases.Visits.FieldDay;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Layar.Ui.Layouts;
using Microsoft.AspNetCore.Http;

namespace Layar.Cases.Queue;

/// <param name="Count">which count of the queue stands beside it</param>
internal sealed record StaffPlace(string? Group, string Href, string Icon, string Text, IReadOnlyList<string> Roles, Func<QueueCounts, int>? Count = null);

/// <summary>The rooms of the staff side and who may enter each.</summary>
internal sealed class StaffPlaces
{
    private static readonly string[] Visitors = [Roles.Supervisor, Roles.DistrictWorker, Roles.Companion];
    private static readonly string[] Writers = [Roles.FrontOffice, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary, Roles.Auditor];
    private static readonly string[] Readers = [Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.Secretary, Roles.Planner, Roles.Auditor];
    private static readonly string[] Judges = [Roles.Manager, Roles.Head, Roles.Secretary, Roles.Planner, Roles.Auditor];

    private static readonly StaffPlace[] All =
    [
        new(null, "/petugas/antrean", "inbox", "cases.menu.queue", CaseDeskPage.Readers, c => c.Mine),
        new(null, "/petugas/kasus", "folders", "cases.menu.cases", CaseDeskPage.Readers),
        new(null, "/petugas/kunjungan", "home-search", "cases.menu.visits", Visitors),
        new(null, "/petugas/rujukan", "switch-horizontal", "cases.menu.referrals", ReferralsModel.Followers, c => c.Referred),
        new(null, "/petugas/surat", "file-certificate", "cases.menu.letters", Writers),
        new("cases.menu.fieldwork", "/petugas/lapangan", "route", "cases.menu.field", FieldModel.Workers),
        new("cases.menu.data", "/petugas/warga", "users", "cases.menu.people", PersonRoles.Readers),
        new("cases.menu.data", "/petugas/program", "gift", "cases.menu.programmes", ProgrammeRoles.Readers),
        new("cases.menu.data", "/petugas/analisis", "chart-bar", "cases.menu.insight", Readers),
        new("cases.menu.data", "/petugas/survei", "mood-smile", "cases.menu.survey", Judges),
        new("cases.menu.data", "/petugas/warga/registri", "table", "people.registry.menu", [Roles.Planner, Roles.Administrator]),
        new("cases.menu.data", "/petugas/poster", "qrcode", "cases.menu.posters", [Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.VillageDesk, Roles.DistrictWorker, Roles.Administrator]),
        new("cases.menu.data", "/petugas/warga/verval", "home-check", "people.verval.menu", PersonRoles.Verification),
        new("cases.menu.data", "/petugas/pelindungan", "shield-check", "cases.menu.privacy", [Roles.DataProtection, Roles.Administrator, Roles.Auditor]),
        new("cases.menu.data", "/petugas/pengaturan", "settings", "cases.menu.settings", Roles.All),
    ];

    public IEnumerable<StaffPlace> For(StaffMember member) => All.Where(p => member.HasAny(p.Roles));
}

/// <summary>The left menu: only what the role may open, with counts from one query that is kept for two seconds.</summary>
internal sealed class StaffMenu(StaffPlaces places, QueueCounting counting, IEnumerable<IWaitingWork> rooms, ICurrentStaff staff) : IStaffMenu
{
    public async ValueTask<IReadOnlyList<StaffMenuGroup>> ReadAsync(HttpContext http)
    {
        if (staff.Member is not { } member) return [];
        var counts = member.HasAny(CaseDeskPage.Readers) ? await counting.For(member, http.RequestAborted) : QueueCounts.None;
        var waiting = new Dictionary<string, int>();
        foreach (var room in rooms.Where(r => places.For(member).Any(p => p.Href == r.Href))) waiting[room.Href] = await room.For(member, http.RequestAborted);
        var path = http.Request.Path;
        // A room inside another one is lit by itself.
        var here = places.For(member).Where(p => path.StartsWithSegments(p.Href)).MaxBy(p => p.Href.Length);
        return [.. places.For(member).GroupBy(p => p.Group).Select(g => new StaffMenuGroup(g.Key, [.. g.Select(p =>
            new StaffMenuItem(p.Href, p.Icon, p.Text, p.Count?.Invoke(counts) ?? (waiting.TryGetValue(p.Href, out var many) ? many : null), p == here))]))];
    }
}
