using System.Net;
using System.Text;
using Layar.Catalogue.Contracts;
using FsCheck;
using FsCheck.Fluent;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

[Collection("work"), Trait("Kind", "page")]
public sealed class FillTests(WorkServer server)
{
    private async Task<(OpenedCase Case, Visitor Browser)> Planned()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitPlanning, Person = new PersonFacts { Name = "Nenek Aminah", EstimatedAge = 74, Rt = "02", Address = "Tabuan" } });
        var browser = await server.SignedIn(Roles.Supervisor);
        var day = DateOnly.FromDateTime(server.Time.GetUtcNow().UtcDateTime.AddDays(2));
        while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(1);
        var page = await browser.Open(opened.Path + "/kunjungan");
        var done = await page.Form("Petugas yang berkunjung").Set("Day", day.ToString("yyyy-MM-dd")).Set("From", "09:00").Set("To", "10:00").Press("Jadwalkan");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        return (opened, browser);
    }

    private static Task<Page> Group(Visitor browser, OpenedCase opened, string group) => browser.Open($"{opened.Path}/kunjungan/isi?grup={group}");

    private static Form Answers(Page page) => page.Form("Simpan draf");

    private static async Task Met(Visitor browser, OpenedCase opened)
    {
        await Answers(await Group(browser, opened, "kunjungan")).Set("q-ditemui", "ya").Press("Lanjut");
        await Answers(await Group(browser, opened, "kunjungan")).Set("q-pemberi-keterangan", "klien").Set("q-setuju-dikunjungi", "ya").Press("Lanjut");
        await Answers(await Group(browser, opened, "keluarga")).Set("q-bertempat-tinggal", "ya").Press("Simpan draf");
    }

    [Fact]
    public async Task The_form_opens_at_its_first_group_with_the_person_on_top()
    {
        var (opened, browser) = await Planned();
        var page = await (await browser.Open(opened.Path + "/kunjungan/isi")).Follow();
        Assert.Contains("Nenek Aminah", page.Text);
        Assert.Contains("74", page.Text);
        Assert.NotNull(page.Document.QuerySelector("[name=q-ditemui]"));
    }

    [Fact]
    public async Task A_question_appears_when_the_answer_before_it_calls_for_it()
    {
        var (opened, browser) = await Planned();
        var first = await Group(browser, opened, "kunjungan");
        Assert.Null(first.Document.QuerySelector("[name=q-pemberi-keterangan]"));
        var more = await (await Answers(first).Set("q-ditemui", "ya").Press("Lanjut")).Follow();
        Assert.NotNull(more.Document.QuerySelector("[name=q-pemberi-keterangan]"));
        Assert.Contains("pertanyaan lanjutan", more.Text);
        Assert.Equal("ya", more.Shown("q-ditemui"));
        var next = await Answers(more).Set("q-pemberi-keterangan", "klien").Set("q-setuju-dikunjungi", "ya").Press("Lanjut");
        Assert.EndsWith("grup=keluarga", next.Location);
    }

    [Fact]
    public async Task Going_on_shows_each_fault_at_its_question_and_keeps_what_was_typed()
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var page = await Answers(await Group(browser, opened, "keluarga")).Set("q-jumlah-anggota", "tiga").Set("q-penghasilan", "-5").Press("Lanjut");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Tulis angka", page.Faults());
        Assert.Contains("paling kecil", page.Faults());
        Assert.Equal("tiga", page.Shown("q-jumlah-anggota"));
        Assert.NotNull(page.Document.QuerySelector("a[href='#q-jumlah-anggota']"));
        Assert.Equal("tiga", (await Group(browser, opened, "keluarga")).Shown("q-jumlah-anggota"));
    }

    [Fact]
    public async Task Two_tabs_saving_different_answers_both_see_yours_and_theirs()
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var mine = await Group(browser, opened, "rumah");
        var theirs = await Group(browser, opened, "rumah");
        await Answers(theirs).Set("q-lantai", "papan").Press("Simpan draf");
        var conflict = await Answers(mine).Set("q-lantai", "keramik").Press("Simpan draf");
        Assert.Equal(HttpStatusCode.OK, conflict.Status);
        Assert.Contains("Isian berbeda", conflict.Text);
        Assert.Equal("keramik", conflict.Shown("q-lantai"));
        Assert.Equal("papan", (await Group(browser, opened, "rumah")).Shown("q-lantai"));
        var kept = await Answers(conflict).Press("Simpan draf");
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Equal("keramik", (await Group(browser, opened, "rumah")).Shown("q-lantai"));
    }

    [Fact]
    public async Task Two_tabs_saving_the_same_answers_do_not_quarrel()
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var (one, two) = (await Group(browser, opened, "rumah"), await Group(browser, opened, "rumah"));
        await Answers(one).Set("q-lantai", "papan").Press("Simpan draf");
        Assert.Equal(HttpStatusCode.Redirect, (await Answers(two).Set("q-lantai", "papan").Press("Simpan draf")).Status);
    }

    [Fact]
    public async Task Many_at_once_leave_one_saved_and_nobody_an_error_page()
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var page = await Group(browser, opened, "rumah");
        string[] floors = ["keramik", "ubin", "papan", "plester"];
        var answers = await Task.WhenAll(floors.Select(floor => Answers(page).Set("q-lantai", floor).Press("Simpan draf")));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Redirect));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_photo_keeps_the_place_and_loses_its_metadata()
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var page = await Group(browser, opened, "rumah");
        var saved = await (await Answers(page).Set("Latitude", "-2.201").Set("Longitude", "115.602").Set("Accuracy", "12")
            .Attach("q-foto-depan", "rumah.jpg", "image/jpeg", Papers.Jpeg(0x71)).Press("Simpan draf")).Follow();
        var image = saved.Document.QuerySelector("img[src*='/berkas/']")!;
        var bytes = await browser.Http.GetByteArrayAsync(image.GetAttribute("src"));
        Assert.DoesNotContain(Papers.Canary, Encoding.ASCII.GetString(bytes));
        var visit = await server.Within(s => s.GetRequiredService<AppDb>().Set<HomeVisit>().SingleAsync(v => v.CaseId == opened.Id));
        Assert.Equal((-2.201, 115.602, 12), (visit.Lat, visit.Lon, visit.Accuracy));
        var gone = await (await Answers(saved).Set("Removed", saved.Document.QuerySelector("[name=Removed]")!.GetAttribute("value")!).Press("Simpan draf")).Follow();
        Assert.Null(gone.Document.QuerySelector("img[src*='/berkas/']"));
    }

    [Theory]
    [InlineData("pdf", "bukan PDF")]
    [InlineData("exe", "JPG")]
    [InlineData("cut", "lengkap")]
    public async Task A_file_that_is_no_photo_is_refused_and_the_answers_stay(string kind, string said)
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        byte[] bytes = kind switch { "pdf" => Papers.Pdf, "exe" => Papers.Executable, _ => Papers.Jpeg()[..50] };
        var page = await Answers(await Group(browser, opened, "rumah")).Set("q-luas-lantai", "24").Attach("q-foto-depan", "a.jpg", "image/jpeg", bytes).Press("Simpan draf");
        Assert.Contains(said, page.Faults());
        Assert.Equal("24", page.Shown("q-luas-lantai"));
    }

    [Fact]
    public async Task Answers_lie_sealed()
    {
        var (opened, browser) = await Planned();
        await Answers(await Group(browser, opened, "kebutuhan")).Set("q-alasan-saran", "Tetangga bilang dipukul").Press("Simpan draf");
        var rows = await server.Within(s => s.GetRequiredService<AppDb>().Set<VisitGroup>().ToListAsync());
        Assert.All(rows, r => Assert.DoesNotContain("dipukul", Encoding.UTF8.GetString(r.SealedAnswers)));
        Assert.DoesNotContain("dipukul", string.Join("", (await server.Acts(opened)).Select(a => a.After)));
    }

    [Fact]
    public async Task Whatever_is_posted_never_breaks_the_page_and_nothing_typed_is_lost()
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var form = await server.Within(s => Task.FromResult(s.GetRequiredService<ICatalogue>().AssessmentForm(1)!));
        var house = form.Groups.Single(g => g.Code == "rumah");
        var codes = house.Questions.Where(q => q.Type != QuestionType.Photo).Select(q => q.Code).ToArray();
        var value = Gen.OneOf(Gen.Elements("", "ya", "tidak", "papan", "-1", "9999999999999999999", "<script>", "a\u0000b", "日本", new string('x', 5000)), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));
        var posts = Gen.ArrayOf(Gen.Elements(codes).Zip(value)).Sample(12, 25);
        foreach (var post in posts)
        {
            var page = await Group(browser, opened, "rumah");
            var typed = post.GroupBy(p => p.Item1).ToDictionary(g => g.Key, g => Sendable(g.Last().Item2));
            var filling = Answers(page).Set("Latitude", "abc").Set("Seen", page.Shown("Seen")!);
            foreach (var (code, text) in typed) filling.Set("q-" + code, text);
            var answer = await filling.Press(post.Length % 2 == 0 ? "Simpan draf" : "Lanjut");
            Assert.True((int)answer.Status < 500, $"{answer.Status} for {string.Join(";", typed)}");
            var stored = await Stored(opened);
            foreach (var (code, text) in typed) Assert.Equal(text, string.Concat(stored.GetValueOrDefault(code) ?? []));
        }
    }

    [Theory]
    [InlineData("Seen=abc")]
    [InlineData("Seen=-1&q-lantai=papan")]
    [InlineData("Do=hapus&Shown=lantai&Shown=tidak-ada")]
    [InlineData("Removed=x&Removed=00000000-0000-0000-0000-000000000000")]
    [InlineData("q-lantai=a&q-lantai=b&q-lantai=c")]
    public async Task Malformed_posts_are_answered(string body)
    {
        var (opened, browser) = await Planned();
        await Met(browser, opened);
        var token = (await Group(browser, opened, "rumah")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        var answer = await browser.Send($"{opened.Path}/kunjungan/isi?grup=rumah", new StringContent($"_t={Uri.EscapeDataString(token)}&{body}", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.True((int)answer.Status < 500, $"{answer.Status}");
    }

    private Task<Dictionary<string, string[]>> Stored(OpenedCase opened) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var visit = await db.Set<HomeVisit>().FirstAsync(v => v.CaseId == opened.Id);
        var group = await db.Set<VisitGroup>().FirstOrDefaultAsync(g => g.VisitId == visit.Id && g.Code == "rumah");
        return group is null ? [] : s.GetRequiredService<VisitReading>().Open(group);
    });

    // A lone surrogate cannot be sent at all.
    private static string Sendable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r", "", StringComparison.Ordinal);
}
