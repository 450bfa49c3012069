using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;

namespace Layar.People.Facts;

/// <summary>What an officer typed about a person. An empty number means "as it was"; a wrong one is taken away by its tick.</summary>
internal sealed class FactInput
{
    private const int LongestText = 500;

    public string? Name { get; set; }
    public string? Alias { get; set; }
    public string? Nik { get; set; }
    public bool NikWrong { get; set; }
    public string? FamilyCard { get; set; }
    public bool FamilyCardWrong { get; set; }
    public string? BirthPlace { get; set; }
    public DateOnly? BirthDate { get; set; }
    public int? EstimatedAge { get; set; }
    public string? AgeGroup { get; set; }
    public string? Sex { get; set; }
    public string? Address { get; set; }
    public string? Rt { get; set; }
    public string? Area { get; set; }
    public string? Marks { get; set; }
    public string? Clothes { get; set; }
    public string? Language { get; set; }
    public string? FoundPlace { get; set; }
    public DateOnly? FoundOn { get; set; }
    public string? Source { get; set; }
    public DateOnly? AsOf { get; set; }
    public bool Checked { get; set; }

    public static FactInput From(KnownFacts facts, DateOnly today) => new()
    {
        Name = facts.Value("name"), Alias = facts.Value("alias"), BirthPlace = facts.Value("birthPlace"), BirthDate = FactField.Day(facts.Value("birthDate")),
        EstimatedAge = int.TryParse(facts.Value("estimatedAge"), out var age) ? age : null, AgeGroup = facts.Value("ageGroup") ?? "unknown", Sex = facts.Value("sex") ?? "unknown",
        Address = facts.Value("address"), Rt = facts.Value("rt"), Area = facts.Value("area"), Marks = facts.Value("marks"), Clothes = facts.Value("clothes"),
        Language = facts.Value("language"), FoundPlace = facts.Value("foundPlace"), FoundOn = FactField.Day(facts.Value("foundOn")), AsOf = today,
    };

    /// <summary>What differs from the facts believed until now; refused at each field that cannot be read.</summary>
    public Outcome<Dictionary<string, string?>> Over(KnownFacts facts, DateOnly today, Func<string, bool> knownArea)
    {
        var (readNik, readCard) = (Number(Nik, NikWrong, "Nik", t => Kernel.Numbers.Nik.Parse(t).Then<string>(n => n.Digits)),
            Number(FamilyCard, FamilyCardWrong, "FamilyCard", t => FamilyCardNumber.Parse(t).Then<string>(n => n.Digits)));
        if (Refusal.Of([.. Faults(today, knownArea), readNik.Refusal, readCard.Refusal]) is { } fault) return fault;
        var (nik, card) = (readNik.Match(digits => digits, _ => ""), readCard.Match(digits => digits, _ => ""));
        var said = new Dictionary<string, string?>
        {
            ["name"] = Blank(Name), ["alias"] = Blank(Alias), ["birthPlace"] = Blank(BirthPlace), ["birthDate"] = FactField.Text(BirthDate),
            ["estimatedAge"] = EstimatedAge?.ToString(), ["ageGroup"] = Known(AgeGroup), ["sex"] = Known(Sex), ["address"] = Blank(Address), ["rt"] = Blank(Rt), ["area"] = Blank(Area),
            ["marks"] = Blank(Marks), ["clothes"] = Blank(Clothes), ["language"] = Blank(Language), ["foundPlace"] = Blank(FoundPlace), ["foundOn"] = FactField.Text(FoundOn),
        };
        foreach (var (key, value) in said.ToList()) if (value == facts.Value(key)) said.Remove(key);
        if (nik.Length > 0 && nik != facts.Value("nik")) said["nik"] = nik;
        if (NikWrong) said["nik"] = null;
        if (card.Length > 0 && card != facts.Value("familyCard")) said["familyCard"] = card;
        if (FamilyCardWrong) said["familyCard"] = null;
        return said;
    }

    private (string Field, string? Text)[] FreeText =>
    [
        ("Alias", Alias), ("BirthPlace", BirthPlace), ("Address", Address), ("Rt", Rt), ("Marks", Marks), ("Clothes", Clothes), ("Language", Language), ("FoundPlace", FoundPlace),
    ];

    private IEnumerable<Refusal> Faults(DateOnly today, Func<string, bool> knownArea)
    {
        if (Blank(Name)?.Length is < 2 or > 150) yield return new Refusal("people.refused.name", "Name");
        if (BirthDate > today || BirthDate?.Year < today.Year - 130) yield return new Refusal("people.refused.day", "BirthDate");
        if (EstimatedAge is < 0 or > 130) yield return new Refusal("people.refused.age", "EstimatedAge");
        if (FoundOn > today) yield return new Refusal("people.refused.day", "FoundOn");
        if (Blank(Area) is { } area && !knownArea(area)) yield return new Refusal("people.refused.choose", "Area");
        if (Known(Sex) is not (null or "L" or "P")) yield return new Refusal("people.refused.choose", "Sex");
        if (Known(AgeGroup) is not (null or "child" or "adult" or "elderly")) yield return new Refusal("people.refused.choose", "AgeGroup");
        if (AsOf is not { } day || day > today) yield return new Refusal("people.refused.day", "AsOf");
        foreach (var (field, text) in FreeText) if (text?.Length > LongestText) yield return new Refusal("people.refused.long", field);
    }

    /// <summary>The digits; empty when nothing was typed.</summary>
    private static Outcome<string> Number(string? typed, bool wrong, string field, Func<string, Outcome<string>> parse) =>
        wrong || string.IsNullOrWhiteSpace(typed) ? "" : parse(typed).Match<Outcome<string>>(digits => digits, why => why.At(field));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Known(string? code) => Blank(code) is "unknown" ? null : Blank(code);
}
