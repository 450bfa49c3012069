using Layar.Journeys.Tests.House;

namespace Layar.Journeys.Tests;

/// <summary>A neighbour asks on a telephone without scripts what aid there may be, corrects an answer, and begins a report.</summary>
[Trait("Kind", "journey"), Collection(Faces.Name)]
public sealed class SelfCheckTests(JourneyHouse house)
{
    private static readonly int[] Widths = [360, 1280];

    [Fact]
    public async Task Someone_checks_anonymously_and_goes_on_to_report()
    {
        await using var citizen = await house.Citizen();
        await citizen.Go("/");
        await citizen.Leave(citizen.Page.Locator("a[href='/cek-bantuan']"));
        await citizen.Press("Lihat hasil");
        await citizen.Sees("Jawab paling sedikit satu pertanyaan");
        await citizen.Fill("Berapa umur", "67");
        await citizen.Choose("Ya", "Apakah KTP atau KK-nya");
        await citizen.Choose("Lansia 60 tahun ke atas", "Siapa yang ada");
        await citizen.Choose("Desil 6 sampai 10", "Desil keluarga");
        await citizen.Press("Lihat hasil");
        await citizen.Sees("Belum ada yang dapat dipastikan");
        await citizen.Follow("Ubah jawaban");
        await citizen.Choose("Desil 1 atau 2", "Desil keluarga");
        await citizen.Press("Lihat hasil");
        await citizen.Sees("Program Keluarga Harapan (PKH)");
        await citizen.Sees("Usia: 67 tahun");
        Assert.Empty(await citizen.Page.Context.CookiesAsync());
        await citizen.Leave(citizen.Page.Locator("article.card", new() { HasText = "Program Keluarga Harapan" }).Locator("a[href='/lapor/usul-data']"));
        await citizen.Sees("Usul, sanggah, atau perbaikan data");
        house.NobodyComplained();
    }

    [Theory, InlineData("id"), InlineData("en")]
    public async Task Errors_and_results_have_no_fault(string language)
    {
        await using var citizen = await house.Citizen(scripts: true, language: language);
        var faults = new List<string>();
        foreach (var path in new[] { "/cek-bantuan/hasil?usia=x&desil=9", "/cek-bantuan/hasil?usia=8&serumah=anak-sekolah&desil=3-4&keadaan=yatim&jkn=tidak-punya", "/cek-bantuan/hasil?serumah=pegawai" })
        {
            Assert.Equal(200, await citizen.Go($"{path}&bahasa={language}"));
            await citizen.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            faults.AddRange([.. await citizen.Faults(Widths), .. await citizen.DeadLinks()]);
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }
}
