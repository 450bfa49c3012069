using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Tests.Facts;

[Trait("Kind", "rule")]
public sealed class FactCatalogueTests
{
    private static readonly Words Any = new("a", "a");

    [Theory]
    [InlineData("Usia", FactType.Number, 0, "is no code")]
    [InlineData("dan", FactType.YesNo, 0, "word of the language")]
    [InlineData("pernah_x", FactType.YesNo, 0, "pernah_")]
    [InlineData("riwayat", FactType.History, 2, "pernah_")]
    [InlineData("rumah", FactType.Choice, 0, "needs choices")]
    [InlineData("hamil", FactType.YesNo, 2, "nobody can choose")]
    [InlineData("label", FactType.Set, 65, "more than 64")]
    public void A_fact_that_cannot_be_used_is_told(string code, FactType type, int choices, string said) =>
        Assert.Contains(said, Assert.Single(FactCatalogue.Faults([Fact(code, type, choices)])).What);

    [Fact]
    public void A_fact_stands_once() => Assert.Throws<ArgumentException>(() => new FactCatalogue([Fact("hamil", FactType.YesNo, 0), Fact("hamil", FactType.YesNo, 0)]));

    private static FactDefinition Fact(string code, FactType type, int choices) => new()
    {
        Code = code, Type = type, Scope = FactScope.Person, Name = Any, Question = Any, Choices = [.. Enumerable.Range(0, choices).Select(i => new FactChoice($"c{i}", Any))],
    };
}
