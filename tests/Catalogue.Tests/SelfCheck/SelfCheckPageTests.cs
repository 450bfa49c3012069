using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Layar.Testing;

namespace Layar.Catalogue.Tests.SelfCheck;

[Trait("Kind", "page")]
public sealed class SelfCheckPageTests(LayarServer server) : IClassFixture<LayarServer>
{
    private const string Result = "/cek-bantuan/hasil?";
    private const string Grandmother = "usia=67&warga=ya&serumah=lansia&desil=1-2&keadaan=sendirian&keadaan=alat-bantu&menerima=tidak-ada&jkn=nonaktif&rumah=milik-rusak";

    [Fact]
    public async Task Five_to_eight_questions_stand_on_one_page_without_account_script_or_cookie()
    {
        var page = await Open("/cek-bantuan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.InRange(page.Document.QuerySelectorAll(".field").Length, 5, 8);
        Assert.Empty(page.Document.QuerySelectorAll("main input[name=_t], main script"));
        Assert.Empty(Kept(page));
        var form = page.Document.QuerySelector<IHtmlFormElement>("main form")!;
        Assert.Equal(("get", "/cek-bantuan/hasil"), (form.Method, form.GetAttribute("action")));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_name_or_a_number() =>
        Assert.Empty((await Open("/cek-bantuan")).Document.QuerySelectorAll("main input:not([type=radio]):not([type=checkbox]):not([name=usia])"));

    [Fact]
    public async Task Likely_programmes_come_with_reasons_papers_and_a_way_to_apply()
    {
        var page = await Open(Result + Grandmother);
        Assert.Equal("Hasil cek bantuan", page.Title);
        var pkh = Card(page, "Program Keluarga Harapan (PKH)");
        Assert.Contains("Desil kesejahteraan: 1 sampai 2 (syarat: paling banyak 4)", pkh.TextContent);
        Assert.Contains("Usia: 67 tahun (syarat: paling sedikit 60 tahun)", pkh.TextContent);
        Assert.Contains("Kartu Keluarga (KK)", pkh.TextContent);
        Assert.Contains("Ditetapkan pemerintah pusat", pkh.TextContent);
        Assert.NotNull(pkh.QuerySelector("a[href='/lapor/usul-data']"));
        Assert.Contains("Semua layanan gratis", page.Text);
        Assert.Contains("Ombudsman", page.Text);
    }

    [Fact]
    public async Task Every_link_of_the_result_leads_somewhere()
    {
        using var visitor = new Visitor(server.Address);
        var page = await visitor.Open(Result + Grandmother);
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct())
            Assert.True((await visitor.Open(link)).Status == HttpStatusCode.OK, link);
    }

    [Fact]
    public async Task What_is_not_known_is_named_and_refuses_nobody()
    {
        var page = await Open(Result + "warga=ya&serumah=tidak-ada");
        Assert.Contains("Belum ada yang dapat dipastikan", page.Text);
        Assert.Contains("Desil berapa keluarga ini di DTSEN?", Card(page, "Program Sembako").TextContent);
        Assert.Contains("Desil keluarga di DTSEN?", page.Document.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("paling membantu", StringComparison.Ordinal)).TextContent);
    }

    [Fact]
    public async Task What_the_form_does_not_ask_is_left_to_the_officer_and_no_answer_is_asked_twice()
    {
        var page = await Open(Result + "warga=ya&usia=67&serumah=tidak-ada&desil=1-2&keadaan=tidak-dirawat&keadaan=disabilitas&menerima=tidak-ada&jkn=tidak-punya&rumah=sewa");
        Assert.DoesNotContain("paling membantu", page.Text);
        Assert.DoesNotContain("Bantuan apa yang sedang diterima?", page.Text);
        Assert.NotNull(Card(page, "Bantuan permakanan").QuerySelector("a[href='/lapor/permakanan']"));
        Assert.Contains("Akan ditanyakan petugas", page.Text);
    }

    [Fact]
    public async Task What_does_not_fit_is_told_with_its_reason()
    {
        var page = await Open(Result + "serumah=pegawai&desil=1-2");
        var unlikely = page.Document.QuerySelectorAll("details").Single(d => d.TextContent.Contains("belum memenuhi", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Program Keluarga Harapan", unlikely);
        Assert.Contains("Ada ASN, TNI, Polri, atau pegawai BUMN di keluarga: ya", unlikely);
    }

    [Fact]
    public async Task The_result_stays_in_no_memory_and_writes_no_cookie()
    {
        var page = await Open(Result + Grandmother);
        Assert.Contains("no-store", page.Answer.Headers.CacheControl!.ToString());
        Assert.Empty(Kept(page));
    }

    [Fact]
    public async Task Changing_the_answers_keeps_them()
    {
        using var visitor = new Visitor(server.Address);
        var change = (await visitor.Open(Result + Grandmother)).Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("Ubah jawaban", StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await visitor.Open(change);
        Assert.Equal("67", page.Document.QuerySelector("[name=usia]")!.GetAttribute("value"));
        Assert.Equal(["ya", "lansia", "1-2", "sendirian", "alat-bantu", "tidak-ada", "nonaktif", "milik-rusak"], page.Document.QuerySelectorAll("main input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("", "usia", "Jawab paling sedikit satu pertanyaan")]
    [InlineData("usia=&warga=", "usia", "Jawab paling sedikit satu pertanyaan")]
    [InlineData("usia=enam", "usia", "Tulis umur dengan angka, misalnya 67")]
    [InlineData("usia=-3", "usia", "Tulis umur dengan angka, misalnya 67")]
    [InlineData("usia=6,5", "usia", "Tulis umur dengan angka, misalnya 67")]
    [InlineData("usia=200", "usia", "Tulis umur antara 0 dan 130 tahun")]
    [InlineData("usia=6&usia=7", "usia", "Tulis umur dengan angka, misalnya 67")]
    [InlineData("desil=11", "desil", "Pilih jawaban dari daftar")]
    [InlineData("desil=1-2&desil=5", "desil", "Pilih jawaban dari daftar")]
    [InlineData("menerima=pkh&menerima=emas", "menerima", "Pilih jawaban dari daftar")]
    [InlineData("menerima=pkh&menerima=tidak-ada", "menerima", "Pilih Tidak ada, atau pilih yang lain")]
    public async Task A_wrong_answer_leads_back_to_its_question(string answers, string field, string said)
    {
        using var visitor = new Visitor(server.Address);
        var sent = await visitor.Open(Result + answers);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var page = await sent.Follow();
        Assert.Equal([said], page.Errors);
        Assert.Contains(said, page.Document.GetElementById(field + "-error")!.TextContent);
    }

    [Theory]
    [InlineData("usia=67&nik=6311020101800001&nama=Aminah")]
    [InlineData("usia=67&__proto__=1&rule=selalu")]
    public async Task What_nobody_asked_for_goes_nowhere(string answers)
    {
        var page = await Open(Result + answers);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("6311020101800001", page.Document.QuerySelector("main")!.InnerHtml);
        Assert.DoesNotContain("Aminah", page.Document.QuerySelector("main")!.InnerHtml);
    }

    [Theory]
    [InlineData("usia=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("desil=%22%3E%3Cimg+src=x%3E")]
    [InlineData("keadaan=%00%ff")]
    public async Task Forged_answers_are_refused_and_never_written_as_html(string answers)
    {
        using var visitor = new Visitor(server.Address);
        var page = await (await visitor.Open(Result + answers)).Follow();
        Assert.NotEmpty(page.Errors);
        Assert.DoesNotContain("<script>alert", page.Text);
        Assert.DoesNotContain("<img src=x", page.Text);
    }

    [Fact]
    public async Task A_thousand_answers_are_refused_too()
    {
        using var visitor = new Visitor(server.Address);
        var page = await (await visitor.Open(Result + string.Join('&', Enumerable.Range(0, 400).Select(i => $"menerima=x{i}")))).Follow();
        Assert.Equal(["Pilih jawaban dari daftar"], page.Errors);
    }

    [Fact]
    public async Task English_readers_get_the_same()
    {
        using var visitor = new Visitor(server.Address);
        await visitor.Open("/cek-bantuan?bahasa=en");
        var page = await visitor.Open(Result + Grandmother);
        Assert.Equal("Result of the check", page.Title);
        Assert.Contains("Age: 67 years (required: at least 60 years)", page.Text);
    }

    [Theory, Trait("Kind", "budget")]
    [InlineData("/cek-bantuan")]
    [InlineData(Result + Grandmother)]
    public async Task A_page_is_small_enough_for_a_slow_line(string path)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        Assert.InRange((await http.GetByteArrayAsync(path)).Length, 500, 10_000);
    }

    private static IElement Card(Page page, string name) => page.Document.QuerySelectorAll("article.card").Single(c => c.QuerySelector("h3")!.TextContent.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Cookies that a browser would keep; one that is taken away at once is none.</summary>
    private static IEnumerable<string> Kept(Page page) => page.Answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Where(c => !c.Contains("01 Jan 1970", StringComparison.Ordinal)) : [];

    private async Task<Page> Open(string path)
    {
        using var visitor = new Visitor(server.Address);
        return await visitor.Open(path);
    }
}
