using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Identity.Passwords;
using Layar.Identity.SecondFactor;

namespace Layar.Identity.Tests;

[Trait("Kind", "rule")]
public sealed class DutiesTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void Plh_gives_the_role_in_the_name_of_the_official()
    {
        var member = Member(Duty(Roles.Secretary), Duty(Roles.Head, acting: Acting.Plh, whose: "H. Ansharuddin"));
        Assert.True(member.Has(Roles.Head));
        Assert.Equal("H. Ansharuddin", member.As([Roles.Head]).OnBehalfOf);
        Assert.Equal("Plh", member.ActingAs[Roles.Head]);
        Assert.Null(member.As([Roles.Secretary]).OnBehalfOf);
    }

    [Fact]
    public void Duty_holds_from_its_first_to_its_last_day()
    {
        var duty = Duty(Roles.Operator, from: Day, to: Day);
        Assert.True(duty.InForce(Day));
        Assert.False(duty.InForce(Day.AddDays(1)));
        Assert.False(duty.InForce(Day.AddDays(-1)));
    }

    [Fact]
    public void Area_scope_opens_what_lies_below_and_nothing_beside()
    {
        var member = Member(Duty(Roles.DistrictWorker, areas: "63.11.02"));
        Assert.True(member.MaySeeArea("63.11.02.2004"));
        Assert.True(member.MaySeeArea("63.11.02"));
        Assert.False(member.MaySeeArea("63.11.03.2004"));
        Assert.False(member.MaySeeArea("63.11"));
        Assert.False(member.MaySeeArea(null));
        Assert.True(Member(Duty(Roles.Operator)).MaySeeArea(null));
    }

    [Theory]
    [InlineData("pendek 12", "identity.password.short")]
    [InlineData("aaaaaaaaaaaaaaaa", "identity.password.simple")]
    [InlineData("123456789012", "identity.password.simple")]
    [InlineData("DinasSosialBalangan2026!", "identity.password.common")]
    [InlineData("sosialsosialsosial", "identity.password.common")]
    [InlineData("norhayati12345", "identity.password.personal")]
    [InlineData("kucing hujan payung", null)]
    [InlineData("semua huruf kecil saja", null)]
    public void Password_rule(string password, string? fault) => Assert.Equal(fault, PasswordRule.Fault(password, "operator", "Norhayati"));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds / 30));

    private static StaffMember Member(params Duty[] duties) => DutiesInForce.Member(new(Guid.NewGuid()), "u", "Nama", duties, Day);

    private static Duty Duty(string role, string areas = "", Acting acting = Acting.Own, string? whose = null, DateOnly? from = null, DateOnly? to = null) => new()
    {
        Id = new(Guid.NewGuid()), AccountId = default, Role = role, Areas = areas, ValidFrom = from ?? Day.AddYears(-1), ValidTo = to, LegalBasis = "SK",
        Acting = acting, OnBehalfOfName = whose,
    };
}
