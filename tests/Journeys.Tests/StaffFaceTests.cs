using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;

namespace Layar.Journeys.Tests;

/// <summary>Every page that each role reaches from its menu, and the pages of a case in the steps where that role works.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Faces.Name)]
public sealed class StaffFaceTests(JourneyHouse house)
{
    private static readonly (CaseStep Step, string[] Pages, string[] Roles)[] CasePages =
    [
        (CaseStep.Completeness, ["", "/periksa", "/tanya", "/data", "/tolak", "/rujuk", "/tunda", "/darurat", "/arsipkan", "/gabung", "/orang"], [Roles.Operator]),
        (CaseStep.VisitPlanning, ["", "/kunjungan"], [Roles.Supervisor]),
        (CaseStep.ManagerReview, ["", "/kembalikan", "/petugas"], [Roles.Manager]),
        (CaseStep.HeadAcknowledgement, [""], [Roles.Head]),
        (CaseStep.Forwarding, ["", "/teruskan"], [Roles.Manager]),
        (CaseStep.ProgrammeDecision, ["", "/program"], [Roles.DivisionHead]),
        (CaseStep.LetterIssue, ["", "/surat"], [Roles.Manager]),
        (CaseStep.LetterReady, ["", "/serahkan", "/tanda-terima"], [Roles.FrontOffice]),
        (CaseStep.UrgentResponse, ["", "/penanganan"], [Roles.Companion]),
    ];

    public static TheoryData<string> AllRoles => [.. Roles.All];

    [Theory, MemberData(nameof(AllRoles))]
    public async Task Pages_of_a_role_have_no_fault_and_no_dead_link(string role) => await Walk(role, "id");

    [Theory, InlineData(Roles.Operator), InlineData(Roles.Supervisor), InlineData(Roles.Manager), InlineData(Roles.Driver), InlineData(Roles.Administrator)]
    public async Task Nor_have_they_in_English(string role) => await Walk(role, "en");

    /// <summary>Pages that somebody has seen at both widths; the others see them on a phone, where there is less room.</summary>
    private static readonly ConcurrentDictionary<string, string> Looked = new();

    private static string Bare(string path) => Regex.Replace(path, "BLG-[A-Z0-9-]+", "BLG");

    private async Task Walk(string role, string language)
    {
        await using var officer = await house.Officer(role);
        await officer.Go("/petugas?bahasa=" + language);
        var paths = await officer.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('.side a[href^=\"/petugas\"]')].map(a => a.getAttribute('href')))]");
        var faults = new List<string>();
        var titles = new Dictionary<string, string>();
        foreach (var path in paths.Append("/petugas").Concat(Settings(role)).Concat(await CasesOf(role)).Distinct())
        {
            var status = await officer.Go(path);
            if (status != 200) faults.Add($"{role} {path} answers {status}");
            else faults.AddRange([.. await officer.Faults(Looked.TryAdd(Bare(path) + language, role) ? [360, 1280] : [360]), .. await officer.DeadLinks()]);
            var title = await officer.Page.TitleAsync();
            if (!path.Contains("/kasus/", StringComparison.Ordinal) && !titles.TryAdd(title, path)) faults.Add($"{path} has the title of {titles[title]}: {title}");
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }

    private static IEnumerable<string> Settings(string role) => role switch
    {
        Roles.Operator => ["/petugas/program/pkh", "/petugas/program/permakanan", "/petugas/warga/baru", "/petugas/warga/baru?belum-dikenal=true", "/petugas/warga/ganda", "/petugas/lapor", "/petugas/cari?q=nenek", "/petugas/pengaturan/sandi", "/petugas/pengaturan/kode", "/petugas/pengaturan/kunci", "/petugas/pengaturan/sesi"],
        Roles.Planner => ["/petugas/angka", "/petugas/angka/aturan/desil_pkh", "/petugas/angka/surat/pip", "/petugas/program/pkh/ubah"],
        Roles.DataProtection => ["/petugas/pelindungan/kebocoran"],
        Roles.Administrator => ["/petugas/pengaturan/pegawai", "/petugas/pengaturan/pegawai/baru"],
        _ => [],
    };

    private async Task<List<string>> CasesOf(string role)
    {
        var paths = new List<string>();
        foreach (var (step, pages, _) in CasePages.Where(p => p.Roles.Contains(role)))
        {
            var opened = await house.Server.Case(new WantedCase { Step = step, Division = "rehsos", Service = "permakanan", Person = new() { Name = "Aminah Contoh", Nik = "6311025208520003", BirthDate = new(1952, 8, 12), Sex = "P" } });
            paths.AddRange(pages.Select(p => opened.Path + p));
        }
        return paths;
    }
}
