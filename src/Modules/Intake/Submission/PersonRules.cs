using Layar.Kernel.Numbers;
using Layar.People.Contracts;

namespace Layar.Intake.Submission;

/// <summary>Whom a report is about; everything may be missing, the name too.</summary>
internal static class PersonRules
{
    private const int LongestName = 150;

    public static PersonFacts? Check(PersonInput? person, Action<string, string, object?[]> fault)
    {
        if (person is null) return null;
        var name = PlainText.Line(person.Name);
        if (name?.Length > LongestName) fault("person.name", "name-long", [LongestName]);
        if (person.AgeGroup is not null && !ReportRules.AgeGroups.Contains(person.AgeGroup)) fault("person.ageGroup", "age", []);
        if (person.Sex is not null && !ReportRules.Sexes.Contains(person.Sex)) fault("person.sex", "sex", []);
        var facts = new PersonFacts { Name = name, AgeGroup = person.AgeGroup ?? "unknown", Sex = person.Sex ?? "unknown", Nik = NikOf(person.Nik, fault) };
        return facts == new PersonFacts() ? null : facts;
    }

    private static string? NikOf(string? typed, Action<string, string, object?[]> fault)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (Nik.Parse(typed).TryGet(out var nik, out _)) return nik.Digits;
        fault("person.nik", "nik", []);
        return null;
    }
}
