using Layar.Letters.Contracts;
using Layar.Letters.Templates;

namespace Layar.Letters.Tests.Printing;

[Trait("Kind", "slice")]
public sealed class LetterPdfTests(Press press)
{
    public static TheoryData<LetterKind> Kinds => [.. Enum.GetValues<LetterKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_is_a_sound_file_with_embedded_fonts_and_nothing_active(LetterKind kind)
    {
        var letter = SampleLetters.All.Single(l => l.Kind == kind);
        var file = press.Save(await press.Sealed(letter));
        if (Environment.GetEnvironmentVariable("LETTERS_KEEP") is { } keep) File.Copy(file, Path.Combine(keep, $"{kind}.pdf"), overwrite: true);

        Assert.EndsWith("exit 0", Tool.Run("qpdf", "qpdf", "--check", file));
        var text = Tool.Poppler("pdftotext", "-layout", file, "-");
        Assert.Contains(letter.Number!, text);
        Assert.Contains(letter.Signatory.Name, text);
        Assert.Contains("layar.contoh.go.id/v/R7K2-PM4D", text);
        Assert.DoesNotContain("{{", text);
        Assert.Equal(text.Count(c => c == '\f') > 1, text.Contains("Halaman 1 dari"));
        var fonts = Tool.Poppler("pdffonts", file).Split('\n').Where(l => l.Contains("TrueType")).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, line => Assert.Matches(@"yes yes yes", line));
        var open = Tool.Run("qpdf", "qpdf", "--qdf", "--object-streams=disable", file, "-");
        Assert.All(new[] { "/JS", "/JavaScript", "/OpenAction", "/Launch", "/URI", "/EmbeddedFile", "/AA" }, active => Assert.DoesNotContain(active + " ", open));
        var info = Tool.Poppler("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"JavaScript:\s+no", info);
        Assert.Contains("A4", info);
        Assert.Contains("pdfaid:part=\"3\"", Tool.Poppler("pdfinfo", "-meta", file));
    }

    [Fact]
    public async Task Long_letter_flows_over_numbered_pages_and_keeps_the_signature_together()
    {
        var letter = SampleLetters.Assignment with
        {
            Assignees = [.. Enumerable.Range(1, 24).Select(i => new LetterAssignee($"Raden Mas Panji Surya Kencana Adiwinata Kusumanegara Bin Abdurrahman {i}, S.Sos., M.Si.", "199001012015032001", "Penata (III/c)", "Pekerja Sosial Ahli Muda pada Bidang Rehabilitasi Sosial"))],
        };
        var file = press.Save(await press.Sealed(letter));
        if (Environment.GetEnvironmentVariable("LETTERS_KEEP") is { } keep) File.Copy(file, Path.Combine(keep, "long.pdf"), overwrite: true);
        var pages = Tool.Poppler("pdftotext", "-layout", file, "-").Split('\f');
        var count = pages.Length - 1;
        Assert.InRange(count, 3, 8);
        for (var page = 1; page <= count; page++) Assert.Contains($"Halaman {page} dari {count}", pages[page - 1]);
        Assert.Single(pages, p => p.Contains("Ditandatangani secara elektronik oleh") && p.Contains("Paringin, 27 November 2026") && p.Contains("Plh. Sekretaris"));
    }

    public static TheoryData<string> Ordinary => [.. Crowded.Keys];

    private static readonly Dictionary<string, LetterDocument> Crowded = new()
    {
        ["addressed"] = SampleLetters.Addressed,
        ["refusal"] = SampleLetters.Later[1],
        ["long-names"] = SampleLetters.Addressed with
        {
            Signing = LetterSigning.Paper,
            Subject =
            [
                new("Nama", "Raden Ayu Hj. Siti Maimunah Nurul Qamariah binti H. Muhammad Arsyad Al-Banjari", Strong: true), new("NIK", "6311025208520000"), new("No. KK", "6311022208100000"),
                new("Tempat, tanggal lahir", "Batumandi, 12 Agustus 1952"), new("Alamat", "Jalan Ahmad Yani Kilometer 215 Gang Keluarga Sejahtera Nomor 12A RT 002, Desa Mampari, Kecamatan Batumandi, Kabupaten Balangan"),
            ],
            Signatory = SampleLetters.Assignment.Signatory with { Acting = ActingKind.Plt, Name = "Drs. H. Contoh Pejabat Bernama Panjang Sekali, S.Sos., M.Si., M.A.P." },
            Copies = ["Bupati Balangan (sebagai laporan)", "Kepala Bidang Perlindungan dan Jaminan Sosial", "Camat Batumandi", "Arsip"],
        },
        ["many-copies"] = SampleLetters.Assignment with { Copies = [.. Enumerable.Range(1, 8).Select(i => $"Kepala Desa Contoh {i}, Kecamatan Halong")] },
    };

    [Theory, MemberData(nameof(Ordinary))]
    public async Task An_ordinary_letter_stays_on_one_page_with_long_names_and_many_copies(string name)
    {
        var file = press.Save(await press.Sealed(Crowded[name]));
        if (Environment.GetEnvironmentVariable("LETTERS_KEEP") is { } keep) File.Copy(file, Path.Combine(keep, $"{name}.pdf"), overwrite: true);
        Assert.Matches(@"Pages:\s+1\n", Tool.Poppler("pdfinfo", file));
    }

    [Fact]
    public async Task Nothing_is_fetched()
    {
        var failing = await press.Printer.PrintAsync("<html><body><img src='http://127.0.0.1:9/x.png' alt='hilang'><img src='file:///etc/passwd' alt='juga'>", "1", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("/Image", Tool.Run("qpdf", "qpdf", "--qdf", press.Save(failing), "-"));
    }
}
