using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.People.Contracts;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>A planner with a new decree: draft, try out on everybody, and the head puts it in force. A house of its own, because a release changes what others see.</summary>
[Trait("Kind", "journey")]
public sealed class PlannerTests(JourneyHouse house) : IClassFixture<JourneyHouse>
{
    private const int Persons = 1500;
    private static readonly int[] Widths = [360, 1280];
    private readonly List<string> faults = [];

    [Fact]
    public async Task A_planner_drafts_a_rule_tries_it_out_and_the_head_puts_it_in_force()
    {
        await Registry();
        await using var planner = await house.Officer(Roles.Planner);
        var version = await Drafted(planner);
        await TriedOut(planner);
        await PutInForce(version);
        await Used();
        faults.AddRange(await planner.DeadLinks());
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }

    private async Task<string> Drafted(Person planner)
    {
        await planner.Go("/petugas/program/permakanan");
        await planner.Follow("Tulis versi baru");
        await planner.Fill("Aturan", "warga dan usai >= 65");
        await planner.Fill("Mengapa diubah", "Keputusan Kepala Dinas 12/2026");
        await planner.Press("Simpan konsep");
        await planner.Sees("Maksud Anda usia?");
        Assert.Equal("usai", await planner.Page.Locator(".rule-fault mark").InnerTextAsync());
        await Look(planner);
        await planner.Fill("Aturan", "usia >= 65 dan desil <= 4");
        await planner.Press("Periksa aturan");
        await planner.Sees("Aturan ini terbaca");
        await planner.Fill("Kuota setahun", "20");
        await planner.Fill("Dasar hukum", "Keputusan Kepala Dinas 12/2026");
        await planner.Press("Simpan konsep");
        await planner.Sees("Konsep tersimpan.");
        await planner.Sees("Keputusan Kepala Dinas 12/2026");
        await Look(planner);
        return planner.Path;
    }

    private async Task TriedOut(Person planner)
    {
        await planner.Follow("Uji aturan");
        await Look(planner);
        await planner.Press("Mulai uji");
        await Assertions.Expect(planner.Page.GetByText("Biaya setahun").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await planner.Sees("lebih dari kuota");
        await Look(planner);
        await Narrow(planner);
        var download = await planner.Page.RunAndWaitForDownloadAsync(() => planner.Page.GetByRole(AriaRole.Link, new() { Name = "Unduh tabel" }).ClickAsync());
        Assert.Contains("Keluar", await File.ReadAllTextAsync((await download.PathAsync())!));
    }

    /// <summary>Every figure of the trial stands in sight, with the name of its column beside it where the columns have no room.</summary>
    private static async Task Narrow(Person planner)
    {
        foreach (var width in Widths)
        {
            await planner.Page.SetViewportSizeAsync(width, 900);
            Assert.Empty(await planner.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.table-wrap')].filter(w => w.scrollWidth > w.clientWidth).map(w => `${w.querySelector('th').textContent}: ${w.scrollWidth} in ${w.clientWidth}`)"));
            var named = await planner.Page.Locator("td[data-label=Masuk]").First.EvaluateAsync<string>("e => getComputedStyle(e, '::before').content");
            Assert.Equal(width < 700, named != "none");
        }
    }

    private async Task PutInForce(string version)
    {
        await using var head = await house.Officer(Roles.Head);
        await head.Go(version);
        await head.Sees("Aktifkan versi ini");
        await Look(head);
        await head.Press("Aktifkan");
        await head.Sees("Versi diaktifkan.");
        await head.Go("/petugas/program/permakanan/versi");
        await head.Sees("Akan berlaku");
        await Look(head);
        await head.Go("/petugas/program/coba");
        await head.OpenRow("Bantuan permakanan");
        await head.Follow("Daftar orang");
        await head.Choose("Masuk");
        await head.Fill("Tujuan", "menyiapkan kunjungan verifikasi");
        await head.Press("Lihat daftar");
        Assert.True(await head.Page.Locator("tbody tr").CountAsync() > 5);
        await Look(head);
    }

    private async Task Used()
    {
        await using var planner = await house.Officer(Roles.Administrator, width: 360);
        await planner.Go("/petugas/program/baru");
        await Look(planner);
        await planner.Go("/petugas/program");
        await Look(planner);
    }

    private async Task Look(Person person) => faults.AddRange(await person.Faults(Widths));

    private async Task Registry()
    {
        var (release, folder) = (new InventedRelease(Persons), Directory.CreateDirectory(Path.Combine(house.Server.DataFolder, "berkas")).FullName);
        await house.Server.Release(RegistryKind.Dtsen, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-30),
            InventedRelease.Csv(Path.Combine(folder, "11111111-keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()), InventedRelease.Csv(Path.Combine(folder, "11111111-individu.csv"), InventedRelease.PersonHeader, release.PersonRows()));
    }
}
