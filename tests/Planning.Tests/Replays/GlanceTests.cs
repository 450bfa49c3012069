using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Layar.Eligibility.Sql;
using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Layar.Planning.Replays.Begin;
using Layar.Survey.Contracts;
using Layar.Testing;

namespace Layar.Planning.Tests.Replays;

[Trait("Kind", "rule")]
public sealed class GlanceTests
{
    private static readonly Gen<RuleCount> Counts = Gen.OneOf(Gen.Choose(0, 7), Gen.Choose(0, 300)).Three().Select(t => new RuleCount(t.Item1, t.Item2, t.Item3, []));

    private static Glance Of(RuleCount rule, RuleCount? before, int entered = 0, int left = 0, bool whole = false) =>
        new(new(new(RegistryKind.Dtsen, new(2026, 10, 1), default, default), new(rule.Yes + rule.No + rule.Unknown, rule, before, entered, left)), new(2026, 11, 24), whole);

    [Fact]
    public void Who_may_not_see_persons_can_tell_no_handful_from_what_is_shown_and_what_is_left() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Counts.ToArbitrary(), count =>
        {
            var shown = new ShownAnswers(count, whole: false);
            (int? Shown, int Is)[] cells = [(shown.Yes, count.Yes), (shown.No, count.No), (shown.Unknown, count.Unknown)];
            var hidden = cells.Where(c => c.Shown is null).Select(c => c.Is).ToList();
            return cells.All(c => c.Shown is null || c.Shown == c.Is && c.Is is 0 or >= SmallGroups.FewestShown)
                && (hidden.Count == 0 || hidden.Count == 3 || hidden.Count > 1 && hidden.Sum() is 0 or >= SmallGroups.FewestShown);
        }));

    [Fact]
    public void The_rule_in_force_is_not_shown_where_its_difference_would_tell_of_a_handful()
    {
        var (rule, near, far) = (new RuleCount(100, 50, 50, []), new RuleCount(98, 52, 50, []), new RuleCount(90, 60, 50, []));
        Assert.Null(Of(rule, near, 30, 28).Before);
        Assert.True(Of(rule, near, 30, 28).Hides);
        Assert.Null(Of(rule, far, 12, 2).Before);
        Assert.Equal((90, 10, 0, false), (Of(rule, far, 10, 0).Before!.Yes, Of(rule, far, 10, 0).Entered, Of(rule, far, 10, 0).Left, Of(rule, far, 10, 0).Hides));
        Assert.Equal((98, 2), (Of(rule, near, 2, 0, whole: true).Before!.Yes, Of(rule, near, 2, 0, whole: true).Entered));
    }

    [Fact]
    public void Facts_that_are_not_counted_are_named_once_for_both_rules()
    {
        SqlGap musdes = new("keputusan_musdes", null), neglected = new("label", "terlantar");
        Assert.Equal([musdes, neglected], Of(new(10, 10, 10, [musdes]), new(10, 10, 10, [musdes, neglected])).NotCounted);
    }
}

[Trait("Kind", "page"), Collection(PlanningHouse.Name)]
public sealed class GlancePageTests(PlanningServer server)
{
    private static readonly CultureInfo Indonesian = new("id-ID");

    private async Task<Page> Open(string role, string query) => await (await server.As(role)).Open("/petugas/program/coba?" + query);

    private static AngleSharp.Dom.IElement Card(Page page) => page.Document.QuerySelectorAll("main .card").Single(c => c.QuerySelector("h2")?.TextContent.Trim() == "Hitungan sekilas");

    private static string Figure(Page page, string label) => Card(page).QuerySelectorAll(".metric").Single(m => m.QuerySelector(".metric-label")!.TextContent.Trim() == label).QuerySelector(".metric-value")!.TextContent.Trim();

    private static string Shown(int figure) => figure.ToString("N0", Indonesian);

    [Fact]
    public async Task A_draft_is_counted_beside_the_rule_in_force_as_the_trial_counts_it()
    {
        await server.Activate(await server.Draft("permakanan", "usia >= 84"));
        var version = PlanningServer.Versi(await server.Draft("permakanan", "usia antara 80 sampai 85 dan desil <= 5 dan (label memuat \"sakit-menahun\" atau tidak label memuat \"sakit-menahun\")"));
        var page = await Open(Roles.Head, version);
        var total = (await server.Result(await server.Replay(version))).People.Total;
        Assert.True(total is { Eligible: > 100, Entered: > 10, Left: > 10 });
        Assert.Equal((Shown(total.Eligible), Shown(total.Unknown), Shown(total.Entered), Shown(total.Left)), (Figure(page, "Memenuhi"), Figure(page, "Belum diketahui"), Figure(page, "Masuk"), Figure(page, "Keluar")));
        var words = Card(page).TextContent;
        Assert.Contains($"aturan yang berlaku: {Shown(total.Was)} ({(total.Eligible < total.Was ? "−" : "+")}{Shown(Math.Abs(total.Eligible - total.Was))})", words);
        Assert.Contains($"{Shown(PlanningServer.People)} orang dihitung", words);
        Assert.Matches(@"DTSEN \d+ [A-Z][a-z]+ 20\d\d", words);
        Assert.DoesNotContain("Tidak dihitung di sini", words);
    }

    [Fact]
    public async Task The_rule_in_force_alone_says_what_the_release_does_not_tell()
    {
        var page = await Open(Roles.Planner, "kode=blt-dd");
        Assert.Equal(Shown(PlanningServer.People), Figure(page, "Belum diketahui"));
        var named = Card(page).QuerySelectorAll("li").Select(l => l.TextContent).ToList();
        Assert.Contains("ditetapkan dalam musyawarah desa", named);
        Assert.Contains("keadaan: tinggal sendirian", named);
        Assert.DoesNotContain(named, n => n.Contains("desil", StringComparison.Ordinal));
        Assert.DoesNotContain("aturan yang berlaku:", Card(page).TextContent);
        Assert.Contains("Uji aturan juga melihat kasus", Card(page).TextContent);
    }

    [Fact]
    public async Task A_handful_is_shown_only_to_who_may_see_persons()
    {
        // Of 3000 persons nobody is born before 1940, and a handful in its first days.
        var days = PlanningServer.Tomorrow.Year - 1940;
        var version = PlanningServer.Versi(await server.Draft("rst", $"usia >= {days} dan desil <= 1"));
        var (planner, head) = (await Open(Roles.Planner, version), await Open(Roles.Head, version));
        var few = int.Parse(Figure(head, "Memenuhi"), NumberStyles.AllowThousands, Indonesian);
        Assert.True(few > 0);
        Assert.Equal(few < SmallGroups.FewestShown ? "–" : Shown(few), Figure(planner, "Memenuhi"));
        Assert.Equal(few < SmallGroups.FewestShown, Card(planner).TextContent.Contains("tidak ditampilkan", StringComparison.Ordinal));
        Assert.DoesNotContain("tidak ditampilkan", Card(head).TextContent);
    }
}

/// <summary>An office that has put no release in force.</summary>
public sealed class OfficeWithoutRelease : PlanningServer
{
    protected override bool HasRelease => false;
}

[Trait("Kind", "page")]
public sealed class GlanceWithoutReleaseTests(OfficeWithoutRelease server) : IClassFixture<OfficeWithoutRelease>
{
    [Fact]
    public async Task Without_a_release_the_page_says_so_and_the_trial_can_begin()
    {
        var page = await (await server.As(Roles.Planner)).Open("/petugas/program/coba?kode=sembako");
        Assert.Contains("Belum ada rilis DTSEN yang berlaku", page.Document.QuerySelector("main")!.TextContent);
        Assert.NotNull(page.Form("Mulai uji"));
        Assert.DoesNotContain("Hitungan sekilas", (await (await server.As(Roles.Planner)).Open("/petugas/program/coba")).Document.QuerySelector("main")!.TextContent);
    }
}
