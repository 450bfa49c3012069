using Layar.People.Candidates;

namespace Layar.People.Tests.Candidates;

[Trait("Kind", "rule")]
public sealed class TypedNumberTests
{
    [Theory, InlineData("6311025208520003", 16), InlineData("6311 0252 0852 0003", 16), InlineData("6311-0252-0852", 12), InlineData("63110", 5), InlineData("nik 6311.02", 6)]
    public void Digits_of_a_NIK_are_counted_however_they_are_written(string typed, int digits) => Assert.Equal(digits, TypedNumber.Digits(typed));

    [Theory, InlineData("aminah"), InlineData("aminah 1952"), InlineData("aminah 12-08-1952"), InlineData("12/8/1952"), InlineData("12.8.52 siti"), InlineData("1952-08-12"), InlineData("RT 02"), InlineData(""), InlineData(null)]
    public void Names_years_and_birthdays_are_no_number(string? typed) => Assert.True(TypedNumber.Digits(typed) < 5, $"{TypedNumber.Digits(typed)}");

    [Fact]
    public void Joining_keeps_birthdays() => Assert.Equal("aminah 12-08-1952 6311025208520003", TypedNumber.Joined("aminah 12-08-1952 6311 0252 0852 0003"));
}
