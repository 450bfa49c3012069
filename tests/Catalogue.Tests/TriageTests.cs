using FsCheck;
using FsCheck.Fluent;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class TriageTests
{
    private static TriageSuggestion Suggest(string story) => Given.Triage.Suggest(story, Given.Today);

    [Theory]
    [InlineData("Nini saurangan di rumah, kada terurus, lawas sudah garing", "lansia", "perawatan-rumah")]
    [InlineData("Ada urang ngamuk di pasar, bawa kayu", "odgj", "rujukan-rsj")]
    [InlineData("Kai ulun handak kursi roda, kada kawa bajalan", "alat-bantu", "alat-bantu")]
    [InlineData("bpjs nya tdk aktif padahal mau cuci darah", "jaminan-kesehatan", "pbi-reaktivasi")]
    [InlineData("Rumah rabah, atap bocor", "rumah", "rtlh")]
    [InlineData("PKH kada cair, saldo kosong", "bansos", "keluhan-bansos")]
    [InlineData("Urang kehabisan ongkos handak bulik ke Jawa, guring di terminal", "telantar", "pemulangan")]
    [InlineData("Kacalapan, banyu sampai ke lantai, butuh sembako", "pangan-sandang", "logistik-bencana")]
    public void A_story_in_the_speech_of_the_place_finds_its_problem_and_service(string story, string problem, string service)
    {
        var suggestion = Suggest(story);

        Assert.Equal(problem, suggestion.Problems[0].Code);
        Assert.Contains(service, suggestion.Services.Select(s => s.Code));
        Assert.Equal(Nature.Social, suggestion.Nature);
    }

    [Theory]
    [InlineData("Ada ibu mau melahirkan di jalan", true)]
    [InlineData("Anak dipukuli bapaknya tiap malam", true)]
    [InlineData("Abah ulun hilang sejak kemarin", true)]
    [InlineData("KKS hilang, bagaimana mengurus", false)]
    [InlineData("Mau tanya syarat kursi roda", false)]
    public void Red_flags_are_seen_and_a_lost_card_is_none(string story, bool emergency) =>
        Assert.Equal(emergency, Suggest(story).Emergency);

    [Theory]
    [InlineData("Jalan rusak berlubang di depan sekolah", "pupr")]
    [InlineData("Listrik padam terus dari kemarin", "pln")]
    [InlineData("Mau buat KTP, NIK tidak ditemukan", "disdukcapil")]
    [InlineData("Sampah menumpuk bau busuk", "dlh")]
    public void A_non_social_report_goes_to_its_agency(string story, string agency)
    {
        var suggestion = Suggest(story);
        Assert.Equal((agency, Nature.NonSocial), (suggestion.Agencies[0].Code, suggestion.Nature));
    }

    [Fact]
    public void The_words_are_shown_as_the_reporter_wrote_them() =>
        Assert.Contains("Ngamuk", Suggest("Urang Ngamuk").Problems[0].Words, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Nothing_known_suggests_nothing()
    {
        var suggestion = Suggest("lorem ipsum");
        Assert.Equal((0, Nature.Unknown, false), (suggestion.Problems.Count, suggestion.Nature, suggestion.Emergency));
    }

    [Fact]
    public void Any_text_is_read_and_at_most_three_are_suggested() =>
        Prop.ForAll<string>(story => Given.Triage.Suggest(story, Given.Today) is { Problems.Count: <= 3, Services.Count: <= 3, Agencies.Count: <= 3 })
            .QuickCheckThrowOnFailure();
}
