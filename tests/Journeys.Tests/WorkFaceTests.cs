using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;

namespace Layar.Journeys.Tests;

/// <summary>Pages that one reaches while working: a letter on its way, a visit, two cases side by side, forms that were sent back, closed doors.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Faces.Name)]
public sealed class WorkFaceTests(JourneyHouse house)
{
    private static readonly int[] Widths = [360, 1280];
    private readonly List<string> faults = [];

    [Fact]
    public async Task A_letter_has_no_fault_at_any_station()
    {
        await using var manager = await house.Officer(Roles.Manager);
        var (_, draft) = await house.Server.Letter("");
        await Look(manager, draft, draft + "/ubah");
        var (_, waiting) = await house.Server.Letter("Ajukan");
        await using var division = await house.Officer(Roles.DivisionHead);
        await Look(division, waiting, "/petugas/surat");
        var (opened, letter) = await house.Server.Letter();
        await Look(manager, letter, opened.Path, "/petugas/surat");
        await using var counter = await house.Officer(Roles.FrontOffice);
        await Look(counter, letter, opened.Path + "/serahkan");
        await counter.Press("Tandai diserahkan");
        await Here(counter);
        Clean();
    }

    [Fact]
    public async Task A_visit_has_no_fault_from_planning_to_summary()
    {
        await using var supervisor = await house.Officer(Roles.Supervisor, 360);
        var opened = await house.Server.Case(new WantedCase { Step = CaseStep.VisitPlanning, Person = new() { Name = "Aminah Contoh", Sex = "P", EstimatedAge = 74 } });
        await supervisor.Go(opened.Path + "/kunjungan");
        await supervisor.Page.Locator("[name=To]").FillAsync("08:00");
        await supervisor.Press("Jadwalkan kunjungan");
        await Here(supervisor);
        await supervisor.Page.Locator("[name=To]").FillAsync("11:00");
        await supervisor.Press("Jadwalkan kunjungan");
        await Look(supervisor, opened.Path + "/kunjungan", "/petugas/kunjungan", "/petugas/lapangan", opened.Path);
        await supervisor.Go(opened.Path + "/kunjungan/isi");
        foreach (var group in await supervisor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a.tab')].map(a => a.getAttribute('href'))")) await Look(supervisor, group);
        await supervisor.Go(opened.Path + "/kunjungan/isi");
        await supervisor.Leave(supervisor.Page.Locator("button[name=Do][value=next]"));
        await Here(supervisor);
        Clean();
    }

    [Fact]
    public async Task Forms_that_were_sent_back_have_no_fault()
    {
        await using var desk = await house.Officer(Roles.Operator);
        var opened = await house.Server.Case(new WantedCase { Person = new() { Name = "Aminah Contoh", Nik = "6311025208520003", BirthDate = new(1952, 8, 12), Sex = "P" } });
        foreach (var slug in (string[])["tanya", "tolak", "rujuk", "tunda", "arsipkan", "darurat", "batalkan", "data"])
        {
            await desk.Go($"{opened.Path}/{slug}");
            await desk.Leave(desk.Page.Locator("main form button[type=submit]").Last);
            await Here(desk);
        }
        await desk.Go("/petugas/lapor");
        await desk.Press("Simpan laporan");
        await Here(desk);
        await desk.Go("/petugas/pengaturan/sandi");
        await desk.Leave(desk.Page.Locator("main form button[type=submit]").First);
        await Here(desk);
        Clean();
    }

    [Fact]
    public async Task Two_cases_side_by_side_and_cases_off_the_road_have_no_fault()
    {
        await using var desk = await house.Officer(Roles.Operator);
        var twin = await house.Server.Case();
        var opened = await house.Server.Case();
        await Look(desk, $"{opened.Path}/gabung?dengan={twin.Number}", "/petugas/cari?q=lansia", "/petugas/cari?q=", $"/petugas/cari?q={twin.Number}");
        foreach (var (step, slug) in new[]
            { (CaseStep.ReferredOut, "jawaban-instansi"), (CaseStep.Postponed, "lanjutkan"), (CaseStep.Rejected, "buka-lagi"), (CaseStep.AwaitingReporter, "pertanyaan"), (CaseStep.Merged, "pisahkan"), (CaseStep.Completed, "buka-lagi") })
        {
            var one = await house.Server.Case(new WantedCase { Step = step, Agency = step == CaseStep.ReferredOut ? "puskesmas" : null });
            await Look(desk, one.Path, $"{one.Path}/{slug}");
        }
        await Look(desk, "/petugas/rujukan", "/petugas/rujukan?tampilan=dijawab", "/petugas/antrean?tampilan=ditunda", "/petugas/antrean?cari=tidakada");
        Clean();
    }

    [Fact]
    public async Task A_closed_door_and_a_wrong_address_have_no_fault()
    {
        await using var desk = await house.Officer(Roles.Operator);
        foreach (var (path, status) in new[] { ("/petugas/pengaturan/pegawai", 403), ("/petugas/lapangan", 403), ("/petugas/kasus/BLG-TIDA-KADA", 404), ("/petugas/tidak-ada", 404) })
        {
            Assert.Equal(status, await desk.Go(path));
            await Here(desk);
        }
        var late = await house.Server.Case(new WantedCase { Step = CaseStep.LetterReady });
        Assert.Equal(409, await desk.Go(late.Path + "/tolak"));
        await Here(desk);
        Clean("status of 40");
    }

    [Fact]
    public async Task An_account_and_its_duties_have_no_fault()
    {
        await using var admin = await house.Officer(Roles.Administrator);
        var id = await house.Server.StaffIdOf(Roles.Supervisor);
        await Look(admin, $"/petugas/pengaturan/pegawai/{id}", $"/petugas/pengaturan/pegawai/{id}/tugas");
        await admin.Leave(admin.Page.Locator("main form button[type=submit]").Last);
        await Here(admin);
        await admin.Go("/petugas/pengaturan/pegawai/baru");
        await admin.Leave(admin.Page.Locator("main form button[type=submit]").Last);
        await Here(admin);
        Clean();
    }

    private async Task Look(Person officer, params string[] paths)
    {
        foreach (var path in paths)
        {
            var status = await officer.Go(path);
            if (status != 200) faults.Add($"{officer.Name} {path} answers {status}");
            await Here(officer);
        }
    }

    private async Task Here(Person officer) => faults.AddRange([.. await officer.Faults(Widths), .. await officer.DeadLinks()]);

    private void Clean(string? except = null)
    {
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained(except);
    }
}
