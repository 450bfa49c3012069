using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Texts;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class LoadTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    [Theory]
    [InlineData("63.11", "BLG", "Layar Sibalang", "Paringin")]
    [InlineData("63.72", "BJB", "Si Laras Manis", "Banjarbaru")]
    public void An_instance_loads_by_its_area_code_alone(string area, string prefix, string product, string city)
    {
        var instance = Given.Catalogue(area).Instance;

        Assert.Equal((prefix, product, city), (instance.TicketPrefix, instance.ProductName, instance.City));
        Assert.NotEmpty(instance.Letterhead);
        Assert.NotEmpty(instance.Channels);
    }

    [Fact]
    public void The_eight_tiles_stand_in_the_order_of_the_seed() => Assert.Equal(
        ["Panti Rehab", "Sandang", "SLRT", "Alat Bantu", "Berdaya", "Pendamping", "Cuaca", "Aduan"],
        Given.Balangan.Tiles.Select(t => t.Name.In(Indonesian)));

    [Fact]
    public void The_26_types_of_ppks_are_there() => Assert.Equal(26, Given.Balangan.PpksTypes.Count);

    [Fact]
    public void There_are_eight_to_twelve_problems() => Assert.InRange(Given.Balangan.Problems.Count, 8, 12);

    [Fact]
    public void Violence_and_child_topics_switch_on_the_quick_exit() => Assert.All(
        Given.Balangan.Problems.Where(p => p.Code is "kekerasan" or "anak"), p => Assert.True(p.Sensitive));

    [Fact]
    public void A_text_answers_in_both_languages()
    {
        var tile = Given.Balangan.Tiles.Single(t => t.Code == "cuaca");
        Assert.Equal(("Cuaca", "Weather"), (tile.Name.In(Indonesian), tile.Name.In(English)));
    }

    [Fact]
    public void Every_fault_of_an_answer_has_its_text_in_both_languages()
    {
        var texts = new TextCatalogue([typeof(CatalogueModule).Assembly]);
        Assert.Equal(texts.In(Indonesian).Keys.Order(), texts.In(English).Keys.Order());
        Assert.True(texts.Has("catalogue.answer.missing"));
    }

    [Fact]
    public void Every_clock_key_has_a_policy() => Assert.All(
        ClockKeys.All, key => Assert.True(Given.Balangan.ClockPolicy(key, Given.Today).Amount > 0));

    [Theory]
    [InlineData(ClockKeys.Verification, 1, ClockUnit.WorkingDays, 3)]
    [InlineData(ClockKeys.FirstAnswer, 3, ClockUnit.WorkingDays, 5)]
    [InlineData(ClockKeys.Emergency, 30, ClockUnit.WallMinutes, 60)]
    [InlineData(ClockKeys.ComplaintSupervised, 60, ClockUnit.WorkingDays, null)]
    public void The_default_clocks_are_those_of_the_handbook(string key, int amount, ClockUnit unit, int? limit)
    {
        var clock = Given.Balangan.ClockPolicy(key, Given.Today);
        Assert.Equal((amount, unit, limit), (clock.Amount, clock.Unit, clock.HardLimit));
    }

    [Fact]
    public void The_reporter_s_silence_archives_after_ten_working_days()
    {
        var clock = Given.Balangan.ClockPolicy(ClockKeys.AwaitingReporter, Given.Today);
        Assert.Equal((10, ClockEnd.Archive), (clock.Amount, clock.AtEnd));
    }

    [Theory]
    [InlineData(ReasonKind.Reject)]
    [InlineData(ReasonKind.OutOfDuty)]
    [InlineData(ReasonKind.Archive)]
    public void A_refusal_names_the_Ombudsman(ReasonKind kind) => Assert.All(
        Given.Balangan.Reasons(kind), r => Assert.Contains("Ombudsman", r.Objection!.Id));

    [Fact]
    public void Sensitive_types_are_never_candidates() => Assert.DoesNotContain(
        Given.Balangan.PpksCandidates(15, "P"), p => p.Sensitive || p.Code == "lansia-terlantar");

    [Fact]
    public void Emergency_numbers_are_the_public_ones() => Assert.Equal(
        ["112", "119", "129", "110", "171"], Given.Balangan.EmergencyNumbers.Select(n => n.Number));
}
