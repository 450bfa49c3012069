using System.Text.RegularExpressions;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.People.Contracts;
using Layar.Testing.Invented;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>A planner with a new release of DTSEN.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class RegistryTests(JourneyHouse house)
{
    private const int Persons = 300_000;
    private static readonly int[] Widths = [360, 1280];
    private static readonly InventedRelease Release = new(Persons);

    [Fact]
    public async Task A_planner_imports_a_release_with_faults_sees_exactly_those_takes_it_back_and_imports_it_again()
    {
        var folder = Directory.CreateTempSubdirectory("layar-journey-").FullName;
        var families = InventedRelease.Csv(Path.Combine(folder, "keluarga.csv"), InventedRelease.FamilyHeader, Release.FamilyRows());
        var book = new InventedWorkbook().Sheet("Individu", InventedRelease.PersonHeader, Release.PersonRows().Select(Planted)).Write(Path.Combine(folder, "individu.xlsx"));
        await using var planner = await house.Officer(Roles.Planner);
        await planner.Go("/petugas");
        await planner.Follow("Rilis registri");
        var faults = await planner.Faults(Widths);
        for (var round = 0; round < 2; round++)
        {
            await planner.Go("/petugas/warga/registri/unggah");
            if (round == 0) faults.AddRange(await planner.Faults(Widths));
            await planner.Page.Locator("input[name=asOf]").FillAsync("2025-09-30");
            await planner.Page.Locator("input[type=file]").SetInputFilesAsync((string[])[book, families]);
            await planner.Press("Unggah");
            await planner.Sees("Periksa kolom");
            if (round == 0) faults.AddRange(await planner.Faults(Widths));
            await planner.Press("Mulai uji coba");
            await Assertions.Expect(planner.Page.GetByText("Uji coba selesai")).ToBeVisibleAsync(new() { Timeout = 480_000 });
            Assert.Equal(Expected, await Problems(planner));
            if (round == 0) faults.AddRange(await planner.Faults(Widths));
            await planner.Press("Berlakukan rilis");
            await planner.Sees("Rilis berlaku.");
            Assert.Equal(InventedRelease.Name(5), await NameOf(5));
            Assert.Null(await NameOf(100));
            if (round == 1) break;
            await planner.Fill("Alasan", "berkas uji");
            await planner.Press("Tarik kembali");
            await planner.Sees("Ditarik kembali");
            Assert.Null(await NameOf(5));
        }
        await planner.Go("/petugas/warga/registri");
        faults.AddRange(await planner.DeadLinks());
        Directory.Delete(folder, recursive: true);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }

    private static readonly Dictionary<string, int> Expected = new()
    {
        ["NIK diubah Excel menjadi bentuk seperti 6,31E+15"] = 600, ["NIK hanya 15 angka"] = 300, ["NIK sama dengan baris sebelumnya, isinya berbeda"] = 1, ["Tanggal lahir tidak dapat dibaca"] = 150, ["Isian tidak ada dalam daftar nilai; disimpan apa adanya"] = 60,
    };

    private static string[] Planted(string[] row, int i)
    {
        if (i % 500 == 100) row[0] = "6.31101E+15";
        if (i % 1000 == 200) row[0] = row[0][..15];
        if (i == 7002) row = [.. Release.Person(7001)[..2], row[2], .. Release.Person(7001)[3..]];
        if (i % 2000 == 300) row[3] = "99/99/1990";
        if (i % 5000 == 401) row[9] = "SEKOLAH RAKYAT MERDEKA";
        return row;
    }

    private static async Task<Dictionary<string, int>> Problems(Person planner)
    {
        var rows = await planner.Page.Locator("#masalah tbody tr").AllAsync();
        var found = new Dictionary<string, int>();
        foreach (var row in rows) found[await row.Locator("th").InnerTextAsync()] = int.Parse(Regex.Replace(await row.Locator("td.number").InnerTextAsync(), @"\D", ""));
        return found;
    }

    private Task<string?> NameOf(int person) => house.Server.Within(async s => (await s.GetRequiredService<IRegistry>().Person(InventedRelease.Nik(person), CancellationToken.None))?.Name);
}
