using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;
using Layar.Catalogue.Versions;

namespace Layar.Catalogue.Tests.Versions;

[Trait("Kind", "rule")]
public sealed class SuccessionTests
{
    private static ProgrammeEntry Entry(string code, string from, string? to = null, string rule = "selalu", string exclusive = "")
    {
        var faults = new Faults();
        var entry = ProgrammeVersion.Read(code, $$"""
            {"code": "{{code}}", "kind": "aid", "level": "regency", "unit": "person", "service": "sandang", "rule": "{{rule}}", "exclusiveWith": [{{exclusive}}], "validFrom": "{{from}}"{{(to is null ? "" : $", \"validTo\": \"{to}\"")}},
             "legalBasis": {"id": "x", "en": "x"}, "awaitingConfirmation": false}
            """, faults);
        Assert.Empty(faults.All);
        return entry;
    }

    private static string Days(IEnumerable<ProgrammeEntry> all) => string.Join(" ", all.Select(e => $"{e.Rule}:{e.Validity.From:yyMMdd}-{e.Validity.To:yyMMdd}"));

    [Fact]
    public void A_later_first_day_ends_what_was_before_on_its_eve() =>
        Assert.Equal("selalu:250101-261231 hamil:270101-", Days(Succession.Of([Entry("a", "2025-01-01")], [Entry("a", "2027-01-01", rule: "hamil")])));

    [Fact]
    public void Of_the_same_first_day_the_one_put_in_force_last_holds() =>
        Assert.Equal("hamil:270101-", Days(Succession.Of([Entry("a", "2027-01-01")], [Entry("a", "2027-01-01", rule: "warga"), Entry("a", "2027-01-01", rule: "hamil")])));

    [Fact]
    public void A_version_with_an_end_is_not_followed_by_the_older_one() =>
        Assert.Equal("selalu:250101-261231 hamil:270101-270131", Days(Succession.Of([Entry("a", "2025-01-01")], [Entry("a", "2027-01-01", "2027-01-31", "hamil")])));

    [Fact]
    public void What_excludes_is_excluded_in_turn() =>
        Assert.Equal(["b"], Succession.Of([Entry("b", "2025-01-01", exclusive: "\"a\""), Entry("a", "2025-01-01")], []).Single(p => p.Code == "a").ExclusiveWith);
}
