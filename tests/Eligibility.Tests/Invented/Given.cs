using System.Globalization;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Tests.Invented;

/// <summary>A small catalogue with every type of fact.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID"), English = CultureInfo.GetCultureInfo("en-GB");

    public static readonly FactCatalogue Facts = new(
    [
        Make("usia", FactType.Number, FactScope.Person, "tahun") with { Lowest = 0, Highest = 130 },
        Fact("desil", FactType.Number, FactScope.Registry) with { Lowest = 1, Highest = 10, MaxAgeDays = 400 },
        Make("penghasilan", FactType.Number, FactScope.Household, "rupiah") with { Lowest = 0 },
        Fact("hamil", FactType.YesNo, FactScope.Person),
        Fact("disabilitas_berat", FactType.YesNo, FactScope.Assessment),
        Fact("tanggal_nonaktif", FactType.Date, FactScope.Participation),
        Fact("jenis_kelamin", FactType.Choice, FactScope.Person, "L", "P"),
        Fact("rumah", FactType.Choice, FactScope.Household, "milik", "sewa", "menumpang"),
        Fact("label", FactType.Set, FactScope.Assessment, "terlantar", "odgj", "yatim-piatu"),
        Fact("menerima", FactType.Set, FactScope.Participation, "PKH", "SEMBAKO", "BLT-DD"),
        Fact("pernah_menerima", FactType.History, FactScope.Participation, "RTLH", "SANDANG", "PKH"),
    ]);

    public static readonly RuleParameters Parameters = new(
    [
        new("desil_pkh", new(2025, 1, 1), new(2026, 6, 30), 5, new("desil PKH", "PKH decile")),
        new("desil_pkh", new(2026, 7, 1), null, 4, new("desil PKH", "PKH decile")),
        new("usia_lansia", new(2020, 1, 1), null, 60, new("usia lansia", "age of the elderly")),
        new("jeda_sandang", new(2020, 1, 1), null, 2, new("jeda sandang", "years between clothing")),
    ]);

    public static readonly Moment Now = new(Today, Parameters);

    public static FactDefinition Of(string code) => Facts.Find(code)!;

    public static Rule Rule(string text) => Eligibility.Language.Rule.Parse(text, Facts, Parameters);

    public static RuleError Error(string text) => Eligibility.Language.Rule.Read(text, Facts, Parameters).Error!;

    private static FactDefinition Fact(string code, FactType type, FactScope scope, params string[] choices) => Make(code, type, scope, null, choices);

    private static FactDefinition Make(string code, FactType type, FactScope scope, string? unit, params string[] choices) => new()
    {
        Code = code, Type = type, Scope = scope, Name = new(code.Replace('_', ' '), code + " (en)"), Question = new($"Berapa {code}?", $"What is {code}?"),
        Unit = unit is null ? null : new(unit, unit), Choices = [.. choices.Select(c => new FactChoice(c, new(c, c)))],
    };
}
