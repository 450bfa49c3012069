using System.Globalization;
using Layar.People.Contracts;

namespace Layar.People.Facts;

/// <summary>A thing that can be known of a person.</summary>
/// <param name="Key">as stored, and the end of the text key <c>people.field.…</c></param>
/// <param name="Sealed">kept sealed; shown masked</param>
/// <param name="Read">from the current facts; null for fields that stand only among the facts</param>
/// <param name="Write">into the current facts; null takes the value away</param>
internal sealed record FactField(string Key, bool Sealed, Func<PersonFacts, string?>? Read, Func<PersonFacts, string?, PersonFacts>? Write)
{
    public static readonly IReadOnlyList<FactField> All =
    [
        new("name", false, f => f.Name, (f, v) => f with { Name = v }),
        new("alias", false, f => f.Alias, (f, v) => f with { Alias = v }),
        new("nik", true, f => f.Nik, (f, v) => f with { Nik = v }),
        new("familyCard", true, f => f.FamilyCard, (f, v) => f with { FamilyCard = v }),
        new("birthPlace", false, f => f.BirthPlace, (f, v) => f with { BirthPlace = v }),
        new("birthDate", false, f => Text(f.BirthDate), (f, v) => f with { BirthDate = Day(v) }),
        new("estimatedAge", false, f => f.EstimatedAge?.ToString(CultureInfo.InvariantCulture), (f, v) => f with { EstimatedAge = v is null ? null : int.Parse(v, CultureInfo.InvariantCulture) }),
        new("ageGroup", false, f => Known(f.AgeGroup), (f, v) => f with { AgeGroup = v ?? "unknown" }),
        new("sex", false, f => Known(f.Sex), (f, v) => f with { Sex = v ?? "unknown" }),
        new("address", false, f => f.Address, (f, v) => f with { Address = v }),
        new("rt", false, f => f.Rt, (f, v) => f with { Rt = v }),
        new("area", false, f => f.Area, (f, v) => f with { Area = v }),
        new("marks", false, null, null),
        new("clothes", false, null, null),
        new("language", false, null, null),
        new("foundPlace", false, null, null),
        new("foundOn", false, null, null),
    ];

    /// <summary>What describes somebody whose name nobody knows.</summary>
    public static readonly IReadOnlyList<string> OfStrangers = ["marks", "clothes", "language", "foundPlace", "foundOn"];

    public static FactField? Find(string key) => All.FirstOrDefault(f => f.Key == key);

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Known(string value) => value == "unknown" ? null : value;
}
