using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Uploading;
using Layar.People.Registry.Wizard;

namespace Layar.People.Tests.Registry;

/// <summary>What spreadsheets and people do to numbers, days and words.</summary>
[Trait("Kind", "rule")]
public sealed class CellTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("6311060101800000", CellKind.Text, null)]
    [InlineData("'6311060101800000", CellKind.Text, null)]
    [InlineData("6311 0601 0180 0000", CellKind.Text, null)]
    [InlineData("63.11.06.010180.0000", CellKind.Text, null)]
    [InlineData("6311060101800011", CellKind.Number, null)]
    [InlineData("6.311060101800010E15", CellKind.Number, "rounded")]
    [InlineData("6.311060101800011E+15", CellKind.Number, null)]
    [InlineData("3.27E+15", CellKind.Text, "scientific")]
    [InlineData("3,27101E+15", CellKind.Text, "scientific")]
    [InlineData("3.27E+15", CellKind.Number, "scientific")]
    [InlineData("6311060101800010", CellKind.Number, "rounded")]
    [InlineData("6311060000000000", CellKind.Text, "zeros")]
    [InlineData("631106010180000", CellKind.Text, "fifteen")]
    [InlineData("63110601018000000", CellKind.Text, "length")]
    [InlineData("63110601018O0000", CellKind.Text, "letters")]
    [InlineData("0000060101800000", CellKind.Text, "filler")]
    [InlineData("1111111111111111", CellKind.Text, "filler")]
    [InlineData("", CellKind.Empty, "missing")]
    [InlineData("-", CellKind.Text, "missing")]
    [InlineData("NULL", CellKind.Text, "missing")]
    [InlineData("", CellKind.Error, "error")]
    [InlineData("", CellKind.Formula, "formula")]
    internal void A_number_of_sixteen_digits_is_read_or_its_damage_is_named(string cell, CellKind kind, string? wrong)
    {
        var digits = new char[16];
        Assert.Equal(wrong, SixteenDigitCell.Read(cell, kind, digits));
        if (wrong is null) Assert.StartsWith("6311060101800", new string(digits));
    }

    [Theory]
    [InlineData("17/08/1945", "1945-08-17")]
    [InlineData("17-08-1945", "1945-08-17")]
    [InlineData("1945-08-17", "1945-08-17")]
    [InlineData("1945-08-17T00:00:00", "1945-08-17")]
    [InlineData("19450817", "1945-08-17")]
    [InlineData("17081945", "1945-08-17")]
    [InlineData("17 Agustus 1945", "1945-08-17")]
    [InlineData("17-Agu-45", "1945-08-17")]
    [InlineData("16666", "1945-08-17")]
    [InlineData("16666.0", "1945-08-17")]
    [InlineData("08/17/1945", "1945-08-17")]
    [InlineData("17/08/05", "2005-08-17")]
    [InlineData("31/02/1990", null)]
    [InlineData("17/08/2030", null)]
    [InlineData("tidak tahu", null)]
    public void A_day_is_read_in_every_form_that_files_use(string cell, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day), DayCell.Read(cell, epoch1904: false, Today));

    [Theory]
    [InlineData("sex", "PEREMPUAN", "P")]
    [InlineData("sex", "1", "L")]
    [InlineData("sex", "1.0", "L")]
    [InlineData("sex", "01", "L")]
    [InlineData("relation", "1. Kepala Keluarga", "head")]
    [InlineData("relation", "KEPALA KELUARGA", "head")]
    [InlineData("floor", "KAYU/PAPAN", "wood")]
    [InlineData("floor", "MARMER/GRANIT", "marble")]
    [InlineData("water", "11", "other")]
    [InlineData("yesno", "Tidak Ada", "false")]
    [InlineData("floor", "EMAS", null)]
    public void Words_and_codes_of_value_lists_mean_the_same(string list, string value, string? code) => Assert.Equal(code, ValueLists.Find(list, value));

    [Theory]
    [InlineData("dtsen_2026-09-30.csv", "2026-09-30")]
    [InlineData("DTSEN 202606 Balangan.xlsx", "2026-06-30")]
    [InlineData("data.csv", "2026-09-30")]
    [InlineData("20991231.csv", "2026-09-30")]
    public void The_day_of_a_release_is_told_by_its_name(string name, string day) => Assert.Equal(DateOnly.Parse(day), AsOfDay.Guess([name], Today));

    [Fact]
    public void Every_known_header_means_one_thing()
    {
        var twice = KnownColumns.All.SelectMany(c => c.Names.Select(n => (Name: KnownColumns.Fold(n), c.Field))).Distinct().GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }
}
