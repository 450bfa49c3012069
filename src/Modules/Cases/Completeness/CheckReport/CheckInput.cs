using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Files;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;

namespace Layar.Cases.Completeness.CheckReport;

/// <summary>One line of the checklist as it was filled in.</summary>
internal sealed class DocumentInput
{
    public string? State { get; set; }

    public string? Reason { get; set; }

    public DateOnly? Issued { get; set; }

    /// <summary>A photo already in the case.</summary>
    public Guid? Photo { get; set; }
}

/// <summary>What is known of the person, as it was filled in.</summary>
internal sealed class PersonInput
{
    public string? Name { get; set; }

    public string? Nik { get; set; }

    public string? FamilyCard { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Sex { get; set; }

    public string? Address { get; set; }

    public string? Rt { get; set; }

    public string? Area { get; set; }

    public static PersonInput From(PersonFacts? facts) => new()
    {
        Name = facts?.Name, Nik = facts?.Nik, FamilyCard = facts?.FamilyCard, BirthDate = facts?.BirthDate, Sex = facts?.Sex ?? "unknown",
        Address = facts?.Address, Rt = facts?.Rt, Area = facts?.Area,
    };

    /// <summary>The facts with these changes; refused when a number cannot be one. A missing number is no fault.</summary>
    public Outcome<PersonFacts> Over(PersonFacts before)
    {
        if (Words(Name)?.Length > 150) return new Refusal("completeness.person.long", "Person.Name", 150);
        if (Words(Address)?.Length > 300) return new Refusal("completeness.person.long", "Person.Address", 300);
        if (Words(Rt)?.Length > 20) return new Refusal("completeness.person.long", "Person.Rt", 20);
        if (Words(Area)?.Length > 20) return new Refusal("completeness.person.long", "Person.Area", 20);
        string? nik = null, card = null;
        if (Words(Nik) is { } typedNik)
        {
            if (!Kernel.Numbers.Nik.Parse(typedNik).TryGet(out var read, out var why)) return why.At("Person.Nik");
            nik = read.Digits;
        }
        if (Words(FamilyCard) is { } typedCard)
        {
            if (!FamilyCardNumber.Parse(typedCard).TryGet(out var read, out var why)) return why.At("Person.FamilyCard");
            card = read.Digits;
        }
        return before with
        {
            Name = Words(Name), Nik = nik, FamilyCard = card, BirthDate = BirthDate, Sex = Sex is "L" or "P" ? Sex : "unknown",
            Address = Words(Address), Rt = Words(Rt), Area = Words(Area),
        };
    }

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Everything that one press of a button on the page brings.</summary>
internal sealed record Checking(
    string Number, int CaseVersion, int? PersonVersion, IReadOnlyDictionary<string, DocumentInput> Documents, IReadOnlyDictionary<string, StoredFile> Files,
    PersonInput Person, Circumstances Circumstances);
