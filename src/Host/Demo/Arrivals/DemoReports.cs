using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Lives;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.People.Contracts;

namespace Layar.Host.Demo.Arrivals;

/// <summary>Invents reports: the mix of problems, places, channels and people of a year. NIK serials are 0000, never issued to anybody.</summary>
internal sealed class DemoReports(ICatalogue catalogue, IReadOnlyList<Area> villages, DemoWords words)
{
    // 64 of 100 reports are social problems, as the first year of LAYAR SIBALANG counted.
    private const int SocialShare = 64;
    private static readonly string[] Channels = ["web", "web", "web", "whatsapp", "phone", "village", "walk-in"];
    private static readonly string[] Whom = ["neighbour", "neighbour", "family", "self", "officer"];
    private readonly IReadOnlyList<Problem> sensitive = [.. catalogue.Problems.Where(p => p.Nature == Nature.Social && p.Sensitive)];
    private readonly IReadOnlyList<Problem> social = [.. catalogue.Problems.Where(p => p.Nature == Nature.Social)];
    private readonly Problem other = catalogue.Problems.First(p => p.DefaultService is null || p.Nature != Nature.Social);

    private int villageAt = -1;

    public (CheckedReport Report, IncomingReport Incoming, bool Social) Next(Random random, Guid id, DateTime at, DemoAim? aim, bool photos)
    {
        var isSocial = aim is null ? random.Next(100) < SocialShare : aim.Step != Cases.Contracts.CaseStep.ReferredOut;
        var problem = !isSocial ? other : aim is { Secret: true } ? DemoWords.Pick(random, sensitive) : DemoWords.Pick(random, social);
        // One village after another in a mixed order: none stays without a case.
        var village = villages[villageAt = (villageAt + 1) % villages.Count];
        var person = Person(random, village, problem, at);
        var phone = random.Next(5) == 0 ? null : $"+62812{random.Next(10_000_000, 99_999_999)}";
        var report = new CheckedReport
        {
            Id = new ReportId(id), For = DemoWords.Pick(random, Whom), Problem = problem, Emergency = aim is null ? isSocial && random.Next(30) == 0 : aim.Step == Cases.Contracts.CaseStep.UrgentResponse,
            Story = words.Story(random, problem.Code, person.Name!, person.Sex, person.EstimatedAge ?? 40), Area = village.Code,
            Landmark = random.Next(3) == 0 ? words.Landmark(random) : null, Person = random.Next(10) == 0 ? null : person,
            ContactChannel = phone is null ? "none" : random.Next(3) == 0 ? "phone" : "whatsapp", Contact = phone, LastFour = phone?[^4..],
            Secrecy = Kept(problem, aim, random), ConsentVersion = "demo", Photos = photos && isSocial && random.Next(3) == 0 ? 1 + random.Next(2) : 0, Voice = false,
        };
        return (report, new IncomingReport(new ReportInput(), DemoWords.Pick(random, Channels), Actor.Citizen, []), isSocial);
    }

    private static Secrecy Kept(Problem problem, DemoAim? aim, Random random)
    {
        if (aim is not null) return aim.Secret ? Secrecy.Secret : Secrecy.Open;
        return problem.Sensitive && random.Next(4) == 0 ? Secrecy.Secret : random.Next(8) == 0 ? Secrecy.Anonymous : Secrecy.Open;
    }

    private PersonFacts Person(Random random, Area village, Problem problem, DateTime at)
    {
        var sex = random.Next(2) == 0 ? "L" : "P";
        var age = problem.Code switch { "lansia" => random.Next(60, 92), "anak" => random.Next(3, 17), "alat-bantu" when random.Next(3) == 0 => random.Next(4, 17), _ => random.Next(17, 80) };
        var birth = DateOnly.FromDateTime(at).AddYears(-age).AddDays(-random.Next(364));
        var known = random.Next(4) != 0;
        return new PersonFacts
        {
            Name = words.Name(random, sex), Sex = sex, AgeGroup = age < 18 ? "child" : age >= 60 ? "elderly" : "adult", EstimatedAge = age,
            BirthDate = known ? birth : null, BirthPlace = known ? village.Name : null, Area = village.Code, Rt = random.Next(1, 8).ToString("000"),
            Nik = known ? $"{village.Code.Replace(".", "")[..6]}{birth.Day + (sex == "P" ? 40 : 0):00}{birth.Month:00}{birth.Year % 100:00}0000" : null,
        };
    }
}
