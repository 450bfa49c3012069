using Layar.Areas.Contracts;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Participation;

namespace Layar.People.Persons;

/// <summary>The words for what is known of a person, in the language of the reader.</summary>
internal sealed class PersonWords(TextCatalogue texts, IAreas areas, PersonSeals seals, SourceTrust trust, ReceivedProgrammes received, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => Wita.Day(Now);

    public string Text(string key, params object?[] values) => values.Length == 0 ? texts[key] : texts[key, values];

    public string Say(Refusal why) => texts[why.Code, [.. why.Args]];

    /// <summary>Name, or what people call the person, or the provisional code.</summary>
    public string Name(Person person) => Name(person.Id, person.Name, person.Alias);

    public string Name(PersonId id, string? name, string? alias) => name ?? alias ?? texts["people.nameless", Code(id)];

    /// <summary>X-7K4MP2: says the same person again before there is a name. From the random end of the id.</summary>
    public static string Code(PersonId id)
    {
        const string symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var bytes = id.Value.ToByteArray(true);
        var bits = (ulong)bytes[12] << 24 | (ulong)bytes[13] << 16 | (ulong)bytes[14] << 8 | bytes[15];
        return "X-" + string.Concat(Enumerable.Range(0, 6).Select(i => symbols[(int)(bits >> (25 - i * 5) & 31)]));
    }

    /// <summary>Whole years on the day; null when neither birthday nor an estimate is known.</summary>
    public int? Years(DateOnly? born, int? estimated, DateTime estimatedAt) => born is { } day ? day.YearsUntil(Today)
        : estimated is { } about ? about + Math.Max(0, Wita.Day(estimatedAt).YearsUntil(Today)) : null;

    public string Age(Person person)
    {
        if (person.BirthDate is { } born) return texts["people.years", born.YearsUntil(Today)];
        return Years(null, person.EstimatedAge, person.CreatedAt) is { } about ? texts["people.about", about] : texts[$"people.age.{person.AgeGroup}"];
    }

    public string Sex(string code) => texts[$"people.sex.{code}"];

    public string About(Person person) => $"{Age(person)} · {Sex(person.Sex)}";

    public string? Place(string? area) => area is null ? null : areas.Describe(area) ?? area;

    public string? MaskedNik(Person person) => Masked(seals.Nik(person));

    public static string? Masked(string? digits) => digits is null ? null : Nik.Parse(digits).Match(n => n.Masked, _ => new string('•', digits.Length));

    public string Source(string code) => trust.Source(code, Today)?.Name.ToString() ?? code;

    /// <summary>Source and day, and who compared it with the paper or the person, or else who wrote it down.</summary>
    public string From(IStated row)
    {
        var from = texts["people.from", Source(row.Source), Wita.ShortDate(row.StatedFor)];
        return row.CheckedBy is { } checker ? $"{from} · {texts["people.checked", checker]}" : row.RecordedBy is { } recorder ? $"{from} · {texts["people.recorded", recorder]}" : from;
    }

    public IEnumerable<Ui.Components.Choice> Sources => trust.On(Today).Sources.Select(s => new Ui.Components.Choice(s.Code, s.Name.ToString()));

    public string Programme(string code) => received.Name(code);

    public string Rhythm(Rhythm rhythm) => texts[$"people.rhythm.{rhythm}"];

    public PersonCandidate Candidate(Person person) => new(person.Id, Name(person), About(person), Place(person.Area), MaskedNik(person));

    /// <summary>A fact's value as people read it.</summary>
    public string Value(string field, string value) => field switch
    {
        "nik" or "familyCard" => Masked(value)!,
        "birthDate" or "foundOn" => FactField.Day(value) is { } day ? Wita.Date(day) : value,
        "sex" => Sex(value),
        "ageGroup" => texts[$"people.age.{value}"],
        "estimatedAge" => texts["people.about", value],
        "area" => Place(value) ?? value,
        _ => value,
    };
}
