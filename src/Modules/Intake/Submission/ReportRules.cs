using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;

namespace Layar.Intake.Submission;

/// <summary>Checks a report and says everything that is wrong with it at once, each at its own field.</summary>
internal sealed class ReportRules(ICatalogue catalogue, TimeProvider time, IAreas? areas = null)
{
    public const int LongestStory = 2000;
    public const int MostPhotos = 5;

    public static readonly string[] ForWhom = ["neighbour", "self", "family", "officer"];
    public static readonly string[] AgeGroups = ["child", "adult", "elderly", "unknown"];
    public static readonly string[] Sexes = ["L", "P", "unknown"];

    /// <returns>the report, or what is wrong</returns>
    public (CheckedReport? Report, IReadOnlyList<Refusal> Faults) Check(ReportInput input)
    {
        var faults = new List<Refusal>();
        void Fault(string field, string code, params object?[] args) => faults.Add(new Refusal("intake.error." + code, field, args));

        if (!Guid.TryParseExact(input.ReportId, "D", out var id) || id == Guid.Empty) Fault("reportId", "id");
        if (!ForWhom.Contains(input.For)) Fault("for", "for");
        var problem = catalogue.Problems.FirstOrDefault(p => p.Code == input.Problem);
        if (problem is null) Fault("problem", "problem");
        var service = PlainText.Line(input.Service);
        if (service is not null && catalogue.Service(service, Wita.Day(time.GetUtcNow().UtcDateTime)) is null) Fault("service", "service");
        var story = PlainText.Of(input.Story);
        if (story?.Length > LongestStory) Fault("story", "story-long", story.Length - LongestStory);
        if (input.Photos is < 0 or > MostPhotos) Fault("photos", "photos-many", MostPhotos);
        if (story is null && input.Photos is not > 0 && input.Voice is not true) Fault("story", "story");
        var place = PlaceRules.Check(input, areas, Fault);
        var person = PersonRules.Check(input.Person, Fault);
        var contact = ContactRules.Check(input.Contact, Fault);
        Secrecy? secrecy = input.Secrecy switch { null or "open" => Secrecy.Open, "anonymous" => Secrecy.Anonymous, "secret" => Secrecy.Secret, _ => null };
        if (secrecy is null) Fault("secrecy", "secrecy");
        if (input.ConsentVersion?.Length > 40) Fault("consentVersion", "consent");
        if (faults.Count > 0) return (null, faults);
        return (new CheckedReport
        {
            Id = new ReportId(id), For = input.For!, Problem = problem!, Service = service, Emergency = input.Emergency is true, Story = story,
            Area = place.Area, Lat = place.Lat, Lon = place.Lon, AccuracyMetres = place.Accuracy, Landmark = place.Landmark, Person = Nameless(person, input.For!, secrecy!.Value),
            ContactChannel = contact.Channel, Contact = contact.Value, LastFour = contact.LastFour, Secrecy = secrecy.Value,
            ConsentVersion = PlainText.Line(input.ConsentVersion), Photos = input.Photos ?? 0, Voice = input.Voice is true,
        }, []);
    }

    // Who reports for himself and stays anonymous is both reporter and person: his name is not written down.
    private static PersonFacts? Nameless(PersonFacts? person, string whom, Secrecy secrecy) =>
        person is not null && whom == "self" && secrecy == Secrecy.Anonymous ? person with { Name = null, Nik = null } : person;
}
