using Layar.Linkage.Comparison;
using Layar.Linkage.Instant;

namespace Layar.Linkage.Tests.Instant;

[Trait("Kind", "rule")]
public sealed class LinkageIndexTests
{
    private readonly LinkageIndex index = new();

    public LinkageIndexTests()
    {
        Add("Muhammad Yusuf", "6311024104850001", 1985);
        Add("Siti Aminah", "6311025205900002", 1990);
        Add("Siti Aminah Rahmawati", "6311025306710003", 1971);
        Add("Soekarno", "6311020101450004", 1945);
        Add("H. Abdul Rahman bin Ali", "6311021203600005", 1960);
        for (var i = 0; i < 200; i++) Add($"Orang Lain{(char)('a' + i % 26)}{(char)('a' + i / 26)}", $"63720{i:00000000000}", 1980);
    }

    [Theory]
    [InlineData("moh yus", "Muhammad Yusuf")]
    [InlineData("jusuf", "Muhammad Yusuf")]
    [InlineData("yusuf muhamad", "Muhammad Yusuf")]
    [InlineData("siti amin", "Siti Aminah")]
    [InlineData("st aminah", "Siti Aminah")]
    [InlineData("siti aminah 1971", "Siti Aminah Rahmawati")]
    [InlineData("siti aminah 01-01-1971", "Siti Aminah Rahmawati")]
    [InlineData("sukarno", "Soekarno")]
    [InlineData("soekrano", "Soekarno")]
    [InlineData("abd rahman", "H. Abdul Rahman bin Ali")]
    [InlineData("ali abdul", "H. Abdul Rahman bin Ali")]
    [InlineData("631102410485", "Muhammad Yusuf")]
    [InlineData("6311 0241 0485 0001", "Muhammad Yusuf")]
    [InlineData("6311024104850010", "Muhammad Yusuf")]
    [InlineData("631102410485001", "Muhammad Yusuf")]
    [InlineData("6311024104858001", "Muhammad Yusuf")]
    public void The_person_meant_comes_first(string typed, string expected) => Assert.Equal(expected, index.Search(typed)[0].Person.Name);

    [Theory, InlineData("moh. jusuf bandangan"), InlineData("bandangan"), InlineData("6311024104850"), InlineData("6311 0241 0485 0010")]
    public void The_only_person_of_a_new_office_is_found(string typed)
    {
        var fresh = new LinkageIndex();
        fresh.Add(new IndexedPerson(Guid.CreateVersion7(), "Muhammad Yusuf Bandangan", "6311024104850001", new DateOnly(1985, 4, 1)));
        Assert.Single(fresh.Search(typed));
    }

    [Theory, InlineData(""), InlineData("   "), InlineData("zzzzzz"), InlineData("---"), InlineData("9999999999999999")]
    public void Nothing_is_found_for_nothing(string typed) => Assert.Empty(index.Search(typed));

    [Fact]
    public void Evidence_shows_what_was_typed_what_was_found_and_its_weight()
    {
        var hit = index.Search("soekrano 1945")[0];

        Assert.Equal(("soekrano", "soekarno", AgreementLevel.OneEdit), (hit.Evidence[0].Typed, hit.Evidence[0].Found, hit.Evidence[0].Level));
        Assert.True(hit.Evidence[0].Weight > 0);
    }

    [Fact]
    public void A_person_removed_is_found_no_more_and_a_changed_one_by_the_new_name()
    {
        var person = index.Search("soekarno")[0].Person;

        index.Add(person with { Name = "Hatta" });
        Assert.Empty(index.Search("soekarno"));
        Assert.Equal(person.Id, index.Search("hatta")[0].Person.Id);

        Assert.True(index.Remove(person.Id));
        Assert.False(index.Remove(person.Id));
        Assert.Empty(index.Search("hatta"));
        Assert.Empty(index.Search("6311020101450004"));
    }

    [Fact]
    public void Thousands_come_and_go_and_the_rest_is_still_found()
    {
        var ids = Enumerable.Range(0, 12_000).Select(i => Add($"Tamu{i}x Sebentar", $"7{i:000000000000000}", 2000)).ToList();
        Assert.Equal($"Tamu{7777}x Sebentar", index.Search("7000000000007777")[0].Person.Name);
        foreach (var id in ids) index.Remove(id);

        Assert.Equal(205, index.Count);
        Assert.Equal("Siti Aminah", index.Search("siti aminah")[0].Person.Name);
        Assert.Empty(index.Search("sebentar"));
        Assert.Empty(index.Search("7000000000007777"));
    }

    [Fact]
    public void Many_may_search_while_one_changes()
    {
        Parallel.For(0, 400, i =>
        {
            if (i % 8 == 0) Add($"Baru{i} Yusuf", null, 1999);
            else Assert.NotEmpty(index.Search("yusuf"));
        });

        Assert.Equal(255, index.Count);
    }

    private Guid Add(string name, string? number, int year)
    {
        var id = Guid.CreateVersion7();
        index.Add(new IndexedPerson(id, name, number, new DateOnly(year, 1, 1)));
        return id;
    }
}
