using AngleSharp.Html.Parser;
using Layar.Letters.Contracts;
using Layar.Letters.Templates;

namespace Layar.Letters.Tests.Templates;

[Trait("Kind", "rule")]
public sealed class LetterTemplateTests
{
    private readonly LetterTemplates templates = new();

    [Fact]
    public void Every_kind_has_a_first_version() =>
        Assert.All(Enum.GetValues<LetterKind>(), kind => Assert.Contains(LetterTemplate.NameOf(kind, 1), LetterTemplates.Names));

    [Fact]
    public void Every_name_in_every_template_is_declared()
    {
        Assert.All(LetterTemplates.Names, name =>
        {
            var template = templates[name];
            var sample = SampleLetters.All.Concat(SampleLetters.Later).Single(l => LetterTemplate.NameOf(l.Kind, l.TemplateVersion) == name);
            var known = LetterScope.Of(sample, template).Names.Concat(["text", "label", "value", "strong", "name", "nip", "rank", "position", "ordinal", "comma", "and"]).ToHashSet();
            Assert.All(template.Body.Names().Concat(template.Matter?.Names() ?? []), used => Assert.Contains(used, known));
        });
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("{{number}} {{#each x}} {{>style}}")]
    [InlineData("</style></title><svg onload=1>")]
    [InlineData("&lt;b&gt; &amp; '\"`")]
    public void Hostile_values_stay_text(string value)
    {
        var page = new HtmlParser().ParseDocument(templates.Html(Hostile(value)));
        var plain = new HtmlParser().ParseDocument(templates.Html(Hostile("biasa")));
        Assert.Equal(plain.All.Select(e => e.LocalName), page.All.Select(e => e.LocalName));
        Assert.Equal(value, page.QuerySelector("table.subject td.value")!.TextContent);
        Assert.Equal(value, page.QuerySelector(".signer")!.TextContent);
        Assert.Equal(value, page.QuerySelector(".copies li")!.TextContent);
    }

    [Fact]
    public void Characters_that_turn_the_writing_are_dropped()
    {
        var html = templates.Html(Hostile("Am\u202Einah\u0000 \u2066Hasan"));
        Assert.Contains("Aminah Hasan", html);
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain("202E", html);
    }

    [Fact]
    public void A_missing_field_is_named()
    {
        var letter = SampleLetters.Recommendation with { Fields = new Dictionary<string, string> { ["authority"] = "Kepala Dinas" } };
        var error = Assert.Throws<TemplateException>(() => templates.Html(letter));
        Assert.Equal(("template.missing", "report-number"), (error.Code, error.Detail));
        Assert.Contains("report-number", error.Message);
    }

    [Fact]
    public void A_field_that_nobody_declared_is_named()
    {
        var letter = SampleLetters.Recommendation with { Fields = new Dictionary<string, string>(SampleLetters.Recommendation.Fields) { ["reprot-number"] = "1" } };
        Assert.Equal("reprot-number", Assert.Throws<TemplateException>(() => templates.Html(letter)).Detail);
    }

    [Theory]
    [InlineData("Halo {{nama}}", "template.unknown", "nama")]
    [InlineData("{{#if a}}x", "template.unclosed", null)]
    [InlineData("{{/if}}", "template.tag", "/if")]
    [InlineData("{{#each a}}{{/if}}", "template.tag", "/if")]
    [InlineData("{{1+1}}", "template.tag", "1+1")]
    [InlineData("{{a|upper}}", "template.format", "a|upper")]
    [InlineData("{{a|rupiah}}", "template.format", "a|rupiah")]
    [InlineData("{{leer}}", "template.missing", "leer")]
    public void A_template_error_says_what_and_where(string text, string code, string? detail)
    {
        var scope = new TemplateScope().With("a", "b").With("leer", (string?)null);
        var error = Assert.Throws<TemplateException>(() => TemplateText.Parse("probe.v1", text).Render(scope));
        Assert.Equal(code, error.Code);
        Assert.Contains("probe.v1", error.Message);
        if (detail is not null) Assert.Equal(detail, error.Detail);
    }

    [Fact]
    public void Lists_join_as_in_a_sentence()
    {
        var text = TemplateText.Parse("probe.v1", "{{#each x}}{{text}}{{#if comma}}, {{/if}}{{#if and}}{{#if comma}}{{else}} {{/if}}dan {{/if}}{{/each}}");
        string Join(params string[] items) => text.Render(new TemplateScope().With("x", items, (s, i) => s.With("text", i)));
        Assert.Equal("a", Join("a"));
        Assert.Equal("a dan b", Join("a", "b"));
        Assert.Equal("a, b, dan c", Join("a", "b", "c"));
    }

    [Fact]
    public void Acting_forms_stand_as_the_rules_ask()
    {
        var chief = SampleLetters.Recommendation.Signatory;
        Assert.Equal(["Kepala Dinas Sosial,"], chief.Heading());
        Assert.Equal(["Plt. Kepala Dinas Sosial,"], (chief with { Acting = ActingKind.Plt }).Heading());
        Assert.Equal(["a.n. Kepala Dinas Sosial", "Plh. Sekretaris,"], SampleLetters.Assignment.Signatory.Heading());
        Assert.Equal(["a.n. Kepala Dinas Sosial", "Sekretaris,", "u.b.", "Kepala Bidang Perlindungan dan Jaminan Sosial,"], SampleLetters.Refusal.Signatory.Heading());
        Assert.Throws<InvalidOperationException>(() => (chief with { ByOrderOf = "Sekretaris" }).Heading());
    }

    [Fact]
    public void The_newest_version_of_every_kind_is_the_highest_there_is() =>
        Assert.All(Enum.GetValues<LetterKind>(), kind => Assert.Equal(LetterTemplates.Names.Count(n => n.StartsWith($"{kind.ToString().ToLowerInvariant()}.v", StringComparison.Ordinal)), LetterTemplate.Newest(kind)));

    [Fact]
    public void A_letter_to_somebody_opens_with_number_nature_enclosures_and_matter()
    {
        Assert.Equal(
            ["Nomor: 400.9/0127/DINSOS-BLG/2026", "Sifat: Segera", "Lampiran: 1 (satu) berkas", "Hal: Rekomendasi Permakanan Lanjut Usia Telantar dan Pendampingan Perawatan di Rumah"], Opening(SampleLetters.Addressed));
        Assert.Equal(["Sifat: Biasa", "Lampiran: -", "Hal: Penolakan permohonan rekomendasi beasiswa"], Opening(SampleLetters.Later[1])[1..]);
        Assert.Equal("Hal: Rekomendasi pengangkatan anak", Opening(SampleLetters.Addressed with { Lists = new Dictionary<string, IReadOnlyList<string>> { ["programmes"] = ["Rekomendasi pengangkatan anak"] } })[^1]);
        Assert.Equal("Hal: Rekomendasi layanan sosial", Opening(SampleLetters.Addressed with { Lists = new Dictionary<string, IReadOnlyList<string>> { ["programmes"] = ["a", "b", "c", "d"] } })[^1]);
        Assert.Empty(Opening(SampleLetters.Recommendation with { TemplateVersion = 2 }));
    }

    private string[] Opening(LetterDocument letter)
    {
        var page = new HtmlParser().ParseDocument(templates.Html(letter));
        var rows = page.QuerySelectorAll("table.opening tr");
        Assert.Equal(rows.Length == 0 ? 1 : 0, page.QuerySelectorAll("h1").Length);
        return [.. rows.Select(r => string.Join(" ", r.Children.Take(3).Select(c => c.TextContent)).Replace(" :", ":"))];
    }

    [Fact]
    public void A_draft_says_so_and_has_no_code()
    {
        var html = templates.Html(SampleLetters.Recommendation with { Number = null });
        Assert.Contains("KONSEP", html);
        Assert.Contains("diberikan saat ditandatangani", html);
        Assert.DoesNotContain("<svg", html);
    }

    [Fact]
    public void A_preview_runs_nothing_and_allows_only_its_own_style()
    {
        var preview = new LetterPreview(templates.Html(SampleLetters.Recommendation));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", preview.ContentSecurityPolicy);
        Assert.DoesNotContain("style=", preview.Html);
    }

    private static LetterDocument Hostile(string value) => SampleLetters.Recommendation with
    {
        Subject = [new("Nama", value), new(value, "x")],
        Fields = new Dictionary<string, string>(SampleLetters.Recommendation.Fields) { ["unit"] = value, ["report-number"] = value },
        Lists = new Dictionary<string, IReadOnlyList<string>> { ["programmes"] = [value] },
        Signatory = SampleLetters.Recommendation.Signatory with { Name = value },
        Copies = [value], City = value, Number = value,
    };
}
