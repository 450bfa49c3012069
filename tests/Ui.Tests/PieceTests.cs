using Layar.Ui.Components;

namespace Layar.Ui.Tests;

[Trait("Kind", "page")]
public sealed class PieceTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private readonly Rendering rendering = new();

    [Theory]
    [InlineData(-1, "pill-red", "Lewat batas waktu")]
    [InlineData(3, "pill-red", "Hampir lewat batas waktu")]
    [InlineData(20, "pill-amber", "Hampir lewat batas waktu")]
    [InlineData(60, "pill-teal", "Batas waktu")]
    public void A_clock_says_its_urgency_in_colour_and_in_words(int hours, string tone, string words)
    {
        var page = rendering.Page(new ClockPill(Rendering.Texts) { Due = Now.AddHours(hours), Now = Now, Text = "2 jam lagi" });
        Assert.Equal($"{words}: 2 jam lagi", page.QuerySelector($".pill.{tone}")!.TextContent);
    }

    [Fact]
    public void A_paused_clock_is_grey() =>
        Assert.Contains("pill-grey", rendering.Html(new ClockPill(Rendering.Texts) { Due = Now.AddHours(-9), Now = Now, Paused = true }));

    [Fact]
    public void Steps_name_the_current_one_for_everybody()
    {
        Step[] steps = [new("Diterima", StepState.Done), new("Kunjungan", StepState.Now), new("Surat", StepState.Next)];
        foreach (var page in (AngleSharp.Html.Dom.IHtmlDocument[])
            [rendering.Page(new StepBar(Rendering.Texts) { Items = steps }), rendering.Page(new StepList(Rendering.Texts) { Items = steps })])
            Assert.Contains("Sekarang: Kunjungan", page.QuerySelector("ol > li[aria-current=step]")!.TextContent);
    }

    [Fact]
    public void An_icon_is_silent_unless_it_has_a_label()
    {
        Assert.Contains("aria-hidden=\"true\"", rendering.Html(new Icon(Rendering.Texts) { Name = "pencil" }));
        var named = rendering.Page(new Icon(Rendering.Texts) { Name = "lock", Label = "Rahasia" }).QuerySelector("svg")!;
        Assert.Equal(("img", "Rahasia"), (named.GetAttribute("role"), named.GetAttribute("aria-label")));
    }

    [Fact]
    public void An_unknown_icon_is_an_error_and_not_a_hole() =>
        Assert.Throws<ArgumentException>(() => rendering.Html(new Icon(Rendering.Texts) { Name = "no-such" }));

    [Fact]
    public void A_card_is_named_by_its_title()
    {
        var page = rendering.Page(new Card(Rendering.Texts) { Title = "<b>Orang</b>" }, "<p>Isi</p>");
        var section = page.QuerySelector("section.card")!;
        Assert.Equal("<b>Orang</b>", page.GetElementById(section.GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.NotNull(section.QuerySelector("p"));
    }

    [Fact]
    public void A_pager_without_neighbours_is_nothing() =>
        Assert.Equal("", rendering.Html(new Pager(Rendering.Texts)));

    [Fact]
    public void A_key_becomes_its_text() =>
        Assert.Contains("Kembali", rendering.Html(new SubmitButton(Rendering.Texts) { Text = "ui.back" }));

    [Fact]
    public void One_name_is_enough_for_initials() =>
        Assert.Equal(("S", "AB"), (Avatar.Initials("Suharto"), Avatar.Initials("aminah binti Hasan")));

    [Theory]
    [InlineData("24/11/2026")]
    [InlineData("24-11-26")]
    [InlineData(" 24 11 2026 ")]
    [InlineData("2026-11-24")]
    [Trait("Kind", "rule")]
    public void Days_are_read_as_people_write_them(string text) =>
        Assert.Equal(new DateOnly(2026, 11, 24), DayBinder.TryRead(text, out var day) ? day : default);
}
