using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>One person on record twice becomes one and two again; a man nobody knows gets his name and NIK later.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class PersonJourneyTests(JourneyHouse house)
{
    private static readonly int[] Widths = [360, 1280];

    [Fact]
    public async Task An_operator_meets_a_double_merges_it_and_takes_it_apart_again()
    {
        var opened = await house.Server.Case(new WantedCase { Person = new() { Name = "Nenek Hairijah Kandangan", Sex = "P", Area = "63.11.02.2004", EstimatedAge = 77 } });
        await using var desk = await house.Officer(Roles.Operator);
        await Adds(desk, "Hairiyah Kandangan", "1949-07-07");
        var known = desk.Path;

        await desk.Go(opened.Path + "/orang");
        await desk.Page.GetByLabel("Nama, tanggal lahir").PressSequentiallyAsync("hairiyah kand");
        var candidate = desk.Page.Locator(".candidates a", new() { HasText = "Hairiyah Kandangan" });
        await Assertions.Expect(candidate.First).ToBeVisibleAsync();
        await desk.Leave(candidate.First);
        await desk.Follow("Bandingkan dengan yang tertulis");
        await desk.Sees("Apakah ini orang yang sama?");
        await desk.Choose("Orang yang sama");
        await desk.Page.Locator("fieldset", new() { HasText = "dipakai seterusnya" }).Locator("label.choice-face", new() { HasTextRegex = new("^Hairiyah") }).ClickAsync();
        await desk.Fill("Alasan", "Anaknya membenarkan di telepon");
        await desk.Press("Simpan keputusan");
        await desk.Sees("Bisa dipisahkan kembali");
        Assert.Equal(known, desk.Path);
        await desk.Sees(opened.Number);

        await desk.Follow("Pisahkan");
        await desk.Fill("Alasan", "Ternyata saudaranya");
        await desk.Press("Pisahkan");
        await desk.Sees("Keduanya menjadi dua orang lagi");
        await desk.DoesNotSee(opened.Number);
        house.NobodyComplained();
    }

    [Fact]
    public async Task A_man_nobody_knows_gets_his_name_and_NIK_later_and_keeps_his_history()
    {
        await using var desk = await house.Officer(Roles.Operator, width: 360);
        await desk.Go("/petugas/warga/baru");
        await desk.Follow("Nama dan NIK tidak diketahui? Catat sebagai orang yang belum dikenal.");
        await desk.Fill("Perkiraan umur", "50");
        await desk.Choose("Laki-laki");
        await desk.Fill("Ciri tubuh", "Tato jangkar di lengan kiri");
        await desk.Fill("Tempat ditemukan", "Terminal Paringin");
        await desk.Press("Simpan");
        await desk.Sees("Belum dikenal X-");
        await desk.Follow("Perbaiki data");
        await desk.Fill("Nama", "Slamet Riyanto Contoh");
        await desk.Fill("NIK", "6311011203760000");
        await desk.Page.GetByLabel("Sumber").SelectOptionAsync("dukcapil");
        await desk.Press("Simpan");
        await desk.Sees("Slamet Riyanto Contoh");
        await desk.Sees("Tato jangkar di lengan kiri");
        await desk.Sees("6311••••••••0000");
        house.NobodyComplained();
    }

    [Fact]
    public async Task Pages_of_a_person_have_no_fault_and_no_dead_link()
    {
        await using var desk = await house.Officer(Roles.Operator);
        await Adds(desk, "Muka Halaman Contoh", "1950-01-01");
        var (one, faults) = (desk.Path, new List<string>());
        await Adds(desk, "Muka Halaman Tjontoh", "1950-01-01");
        var other = desk.Path.Split('/')[^1];
        foreach (var path in new[] { "", "/data", "/jenis", "/keluarga", "/program", "/foto", "/banding/" + other }.Select(p => one + p))
        {
            Assert.Equal(200, await desk.Go(path));
            faults.AddRange([.. await desk.Faults(Widths), .. await desk.DeadLinks()]);
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }

    private static async Task Adds(Person desk, string name, string born)
    {
        await desk.Go("/petugas/warga/baru");
        await desk.Fill("Nama", name);
        await desk.Fill("Tanggal lahir", born);
        await desk.Choose("Perempuan");
        await desk.Page.GetByLabel("Desa atau kelurahan").SelectOptionAsync("63.11.02.2004");
        await desk.Page.GetByLabel("Sumber").SelectOptionAsync("keluarga");
        await desk.Press("Simpan");
        if (await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Tetap catat" }).CountAsync() > 0) await desk.Press("Tetap catat");
        await desk.Sees("Orang tercatat");
    }
}
