using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;

namespace Layar.Journeys.Tests;

/// <summary>A village's list from the check at the house to the file for SIKS-NG.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class VervalJourneyTests(JourneyHouse house)
{
    private static readonly int[] Widths = [360, 1280];
    private static readonly byte[] Minutes = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task A_village_checks_proposes_and_decides_the_dinas_verifies_and_the_planner_sends()
    {
        var verval = await house.Server.Verval(4, first: 6000);
        var (path, faults) = ($"/petugas/warga/verval/{verval.Cycle}", new List<string>());
        await using var desk = await house.Officer(Roles.VillageDesk, width: 360);
        await Look(desk, "/petugas/warga/verval", faults);
        await Look(desk, path, faults);
        await desk.Follow("Tabuan");
        await Look(desk, desk.Path, faults);
        await Look(desk, $"{path}/desa/{VervalBuilder.Village}/cetak", faults);
        await Look(desk, $"{path}/cek/{verval.Family}", faults);
        await Look(desk, $"{path}/cek/{verval.Family}/orang/{verval.Member}", faults);
        await desk.Choose("Meninggal");
        await desk.Fill("Catatan", "Akta kematian dilihat");
        await desk.Press("Simpan hasil cek");
        await desk.Sees("Meninggal");
        await desk.Go($"{path}/cek/{verval.Family}/orang/{verval.Member}");
        await desk.Follow("Usulkan penonaktifan dari registri");
        await Look(desk, desk.Path, faults);
        await desk.Page.Locator("textarea[name='Input.Reason']").FillAsync("Meninggal bulan lalu");
        await desk.Page.GetByLabel("Bukti", new() { Exact = true }).SelectOptionAsync("akta-kematian");
        await desk.Press("Simpan usulan");
        var proposal = desk.Path;
        await desk.Sees("Menunggu musyawarah");
        await Look(desk, proposal, faults);
        await Look(desk, $"{path}/desa/{VervalBuilder.Village}/musdes", faults);
        await desk.Fill("Nomor berita acara", "BA/12/2026");
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "ba.pdf", MimeType = "application/pdf", Buffer = Minutes });
        var card = desk.Page.Locator("section.card", new() { HasText = "Meninggal bulan lalu" });
        await card.Locator("label.choice-face", new() { HasText = "Setuju" }).ClickAsync();
        await desk.Press("Simpan hasil musyawarah");
        await desk.Sees("Hasil musyawarah disimpan.");
        await Look(desk, $"{path}/usulan", faults);

        await using var dinas = await house.Officer(Roles.Supervisor);
        await dinas.Go(proposal);
        faults.AddRange(await dinas.Faults(Widths));
        await dinas.Press("Setujui");
        await dinas.Sees("Usulan disetujui dinas.");
        await using var planner = await house.Officer(Roles.Planner);
        await Look(planner, "/petugas/warga/verval/buka", faults);
        await planner.Go($"{path}/usulan");
        await planner.Press("Buat berkas");
        await planner.Sees("Berkas dibuat.");
        faults.AddRange([.. await planner.Faults(Widths), .. await planner.DeadLinks()]);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }

    private static async Task Look(Person person, string path, List<string> faults)
    {
        Assert.Equal(200, await person.Go(path));
        faults.AddRange([.. await person.Faults(Widths), .. await person.DeadLinks()]);
    }
}
