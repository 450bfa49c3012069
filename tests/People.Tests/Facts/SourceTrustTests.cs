using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.People.Facts;

namespace Layar.People.Tests.Facts;

[Trait("Kind", "rule")]
public sealed class SourceTrustTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly SourceTrust Shipped = SourceTrust.Read(null);

    private static string Believed(string field, params (string Source, DateOnly AsOf)[] claims) =>
        Shipped.Order(field, claims, c => new Claim(c.Source, c.AsOf, DateTime.UnixEpoch), Today).First().Source;

    [Fact]
    public void The_more_trusted_source_wins_though_it_is_older() =>
        Assert.Equal("dokumen", Believed("name", ("laporan", Today), ("dokumen", Today.AddYears(-3)), ("keluarga", Today)));

    [Fact]
    public void Of_equal_trust_the_newest_wins()
    {
        var trust = Shipped;
        var order = trust.Order("name", [(1, Today.AddYears(-1)), (2, Today.AddDays(-1)), (3, Today.AddMonths(-1))], c => new Claim("dokumen", c.Item2, DateTime.UnixEpoch), Today);
        Assert.Equal([2, 3, 1], order.Select(c => c.Item1));
    }

    [Fact]
    public void A_stale_source_falls_behind_a_fresh_weaker_one()
    {
        Assert.Equal("dtsen", Believed("name", ("dtsen", Today.AddMonths(-2)), ("keluarga", Today)));
        Assert.Equal("keluarga", Believed("name", ("dtsen", Today.AddMonths(-9)), ("keluarga", Today)));
    }

    [Fact]
    public void For_the_address_a_home_visit_beats_the_identity_card() =>
        Assert.Equal(("kunjungan", "dokumen"), (Believed("address", ("dokumen", Today), ("kunjungan", Today.AddMonths(-1))), Believed("name", ("dokumen", Today), ("kunjungan", Today))));

    [Fact]
    public void Another_rule_believes_another_source_from_its_day_on()
    {
        FactSource Source(string code, int rank) => new(code, rank, new(code, code));
        var trust = new SourceTrust([new(Today.AddYears(-1), "Keputusan 1", [Source("desa", 90), Source("dtsen", 10)], []), new(Today, "Keputusan 2", [Source("desa", 10), Source("dtsen", 90)], [])]);
        string On(DateOnly day) => trust.Order("name", ["desa", "dtsen"], c => new Claim(c, day.AddDays(-1), DateTime.UnixEpoch), day).First();
        Assert.Equal(("desa", "dtsen"), (On(Today.AddDays(-1)), On(Today)));
    }

    [Fact]
    public void An_unknown_source_is_believed_last() => Assert.Equal("perkiraan", Believed("name", ("burung", Today), ("perkiraan", Today.AddYears(-5))));

    [Fact]
    public void Every_rule_names_its_legal_basis_and_every_source_once()
    {
        var rule = Shipped.On(Today);
        Assert.NotEmpty(rule.LegalBasis);
        Assert.Equal(rule.Sources.Count, rule.Sources.Select(s => s.Code).Distinct().Count());
        Assert.All(rule.Fields, f => Assert.True(FactField.Find(f.Field) is not null && rule.Sources.Any(s => s.Code == f.Source)));
    }

    [Fact]
    public void The_office_may_trust_otherwise()
    {
        var wanted = Shipped.On(Today);
        wanted = wanted with { LegalBasis = "Keputusan Kepala Dinas", Sources = [.. wanted.Sources.Select(s => s.Code == "laporan" ? s with { Rank = 120 } : s)] };
        Within(JsonSerializer.Serialize(new { entries = new[] { wanted } }, JsonSerializerOptions.Web), folder =>
        {
            var own = SourceTrust.Read(folder);
            Assert.Equal(("laporan", "Keputusan Kepala Dinas"), (own.Order("name", ["dokumen", "laporan"], c => new Claim(c, Today, DateTime.UnixEpoch), Today).First(), own.On(Today).LegalBasis));
        });
    }

    [Theory]
    [InlineData("""{"entries": []}""", "names no rule")]
    [InlineData("""{"entries": [{"validFrom": "2026-01-01", "legalBasis": " "}]}""", "rule 1: legalBasis: is empty", "both lists are needed")]
    [InlineData("""{"entries": [{"validFrom": "2026-01-01", "legalBasis": "SK", "sources": [{"code": "desa", "rank": 1, "name": {"id": "Desa", "en": "Village"}}, {"code": "desa", "rank": 2}], "fields": [{"field": "name", "source": "burung", "rank": 1}]}]}""",
        "source \"desa\" stands twice", "source \"desa\": needs a code and a name", "source \"laporan\" is missing", "source \"burung\" is none of the rule")]
    [InlineData("{\n\"entries\": [{", "sources.json: line 2")]
    public void Each_fault_of_the_file_of_the_office_is_named(string content, params string[] faults) => Within(content, folder =>
    {
        var said = Assert.Throws<CatalogueDataException>(() => SourceTrust.Read(folder)).Message;
        Assert.All(faults, fault => Assert.Contains(fault, said, StringComparison.Ordinal));
    });

    private static void Within(string content, Action<string> look)
    {
        var folder = Directory.CreateTempSubdirectory("layar-trust-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "sources.json"), content);
            look(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
