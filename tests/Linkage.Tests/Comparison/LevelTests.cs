using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Tables;
using static Layar.Linkage.Comparison.AgreementLevel;

namespace Layar.Linkage.Tests.Comparison;

[Trait("Kind", "rule")]
public sealed class LevelTests
{
    [Theory]
    [InlineData(FieldKind.Given, "Anna", "ANNA", Exact)]
    [InlineData(FieldKind.Given, "Muhammad", "Mochamad", Folded)]
    [InlineData(FieldKind.Given, "mary-anne", "maryanne", Folded)]
    [InlineData(FieldKind.Given, "Rahman", "Rahmat", OneEdit)]
    [InlineData(FieldKind.Given, "Ethan", "Ethhna", Close)]
    [InlineData(FieldKind.Given, "M", "Mitchell", Partial)]
    [InlineData(FieldKind.Given, "wallace", "cllawe", Partial)]
    [InlineData(FieldKind.Given, "Siti Aminah", "Aminah", Partial)]
    [InlineData(FieldKind.Given, "Anna", "Robert", Different)]
    [InlineData(FieldKind.FullName, "Siti Aminah", "Aminah Siti", Folded)]
    [InlineData(FieldKind.FullName, "Siti Aminah", "Siti Aminh", OneEdit)]
    [InlineData(FieldKind.FullName, "Moh Yusuf Ali", "Muhammad Yusuf", Close)]
    [InlineData(FieldKind.FullName, "Aminah", "Siti Aminah", Partial)]
    [InlineData(FieldKind.FullName, "Siti Aminah", "Siti Rohani", Elsewhere)]
    [InlineData(FieldKind.FullName, "Siti Aminah", "Budi Santoso", Different)]
    [InlineData(FieldKind.Date, "1980-04-07", "07/04/1980", Exact)]
    [InlineData(FieldKind.Date, "1980-04-07", "1980-07-04", Folded)]
    [InlineData(FieldKind.Date, "1980-04-07", "1980-04-17", OneEdit)]
    [InlineData(FieldKind.Date, "1980-04-07", "1953-04-07", Close)]
    [InlineData(FieldKind.Date, "1980-04-07", "1980", Close)]
    [InlineData(FieldKind.Date, "1980-04-07", "1980-05-28", Partial)]
    [InlineData(FieldKind.Date, "1980-04-07", "1980-12-28", Elsewhere)]
    [InlineData(FieldKind.Date, "1980-04-07", "1953-11-28", Different)]
    [InlineData(FieldKind.Age, "40", "41", OneEdit)]
    [InlineData(FieldKind.Age, "40", "44", Partial)]
    [InlineData(FieldKind.Sex, "L", "laki-laki", Exact)]
    [InlineData(FieldKind.Sex, "L", "P", Different)]
    [InlineData(FieldKind.Address, "Jl. Mawar No. 5", "jalan mawar nomor 05", Exact)]
    [InlineData(FieldKind.Address, "pridhamstreet 4", "4 pridhamstreet", Folded)]
    [InlineData(FieldKind.Address, "mckillop circuit", "mckilop cct", OneEdit)]
    [InlineData(FieldKind.Address, "Jl. Mawar No. 5", "Dusun Tengah 12", Different)]
    [InlineData(FieldKind.Place, "Desa Tabuan", "tabuan", Folded)]
    [InlineData(FieldKind.Place, "birmingham", "brimingham", OneEdit)]
    [InlineData(FieldKind.Code, "2600", "2060", OneEdit)]
    [InlineData(FieldKind.Code, "71662", "71618", Partial)]
    [InlineData(FieldKind.Identifier, "6311-0241 0485 0000", "6311024104850000", Exact)]
    [InlineData(FieldKind.Identifier, "6311024104850000", "6311024104580000", OneEdit)]
    [InlineData(FieldKind.Identifier, "6311024104850000", "6311024104120077", Different)]
    [InlineData(FieldKind.Text, "0812-3456789", "+62 812 3456789", Exact)]
    [InlineData(FieldKind.Text, "hannah88@powers.com", "hannah88opowersc@m", Close)]
    [InlineData(FieldKind.Text, "hannah88@powers.com", "matthew78@ballard.net", Different)]
    public void Values_agree_as_far_as_they_do(FieldKind kind, string left, string right, AgreementLevel expected)
    {
        Assert.Equal(expected, Level(kind, left, right));
        Assert.Equal(expected, Level(kind, right, left));
    }

    [Fact]
    public void Given_and_family_name_exchanged_are_found_in_both_columns()
    {
        var columns = new[] { Column("Watson", "Noah"), Column("Noah", "Watson") };
        var pattern = Pattern([new("given", FieldKind.Given), new("family", FieldKind.Family)], columns);

        Assert.Equal((int)Elsewhere, PairComparer.Level(pattern, 0));
        Assert.Equal((int)Elsewhere, PairComparer.Level(pattern, 1));
    }

    [Fact]
    public void A_missing_value_is_neither_for_nor_against()
    {
        var pattern = Pattern([new("given", FieldKind.Given), new("family", FieldKind.Family)], [Column("Noah", ""), Column("Watson", "Watsen")]);

        Assert.Equal((int)Missing, PairComparer.Level(pattern, 0));
        Assert.Equal((int)OneEdit, PairComparer.Level(pattern, 1));
    }

    [Fact]
    public void A_column_with_one_value_tells_nothing_and_is_left_out()
    {
        var file = new RecordFile(new LinkageModelFile("id", [new("a", FieldKind.Place), new("b", FieldKind.Place)]), ["1", "2"], [Column("x", "x"), Column("x", "y")], 2);

        Assert.Equal(["b"], Field.Of(file, new ParallelOptions()).Select(f => f.Name));
    }

    private static AgreementLevel Level(FieldKind kind, string left, string right) => (AgreementLevel)PairComparer.Level(Pattern([new("x", kind)], [Column(left, right)]), 0);

    /// <summary>Two more records keep every column from being left out.</summary>
    private static ulong Pattern(FieldColumn[] model, RawColumn[] columns)
    {
        foreach (var column in columns)
        {
            column.Add("77");
            column.Add("1977-07-07");
        }
        var file = new RecordFile(new LinkageModelFile("id", model), ["1", "2", "3", "4"], [.. columns], 4);
        return new PairComparer(new RecordRows(Field.Of(file, new ParallelOptions()), 4)).Pattern(0, 1);
    }

    private static RawColumn Column(params string[] values)
    {
        var column = new RawColumn();
        foreach (var value in values) column.Add(value);
        return column;
    }
}
