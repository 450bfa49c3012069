using Layar.Intake.Reporting;
using Layar.Intake.Submission;

namespace Layar.Intake.Desk;

/// <summary>The form of a report that an officer writes down.</summary>
internal sealed class TakenReport
{
    public string? ReportId { get; set; }
    public string? Channel { get; set; }
    public bool Emergency { get; set; }
    public string? Whom { get; set; }
    public string? Problem { get; set; }
    public string? Service { get; set; }
    public string? Story { get; set; }
    public string? Area { get; set; }
    public string? Landmark { get; set; }
    public string? Name { get; set; }
    public string? AgeGroup { get; set; }
    public string? Sex { get; set; }
    public string? Nik { get; set; }
    public string? ContactChannel { get; set; } = "phone";
    public string? Contact { get; set; }
    public string? Secrecy { get; set; } = "open";

    public ReportInput ToInput() => new()
    {
        ReportId = ReportId, For = Whom, Problem = Problem, Service = Service, Emergency = Emergency, Story = Story, AreaCode = Area, Landmark = Landmark,
        Person = new PersonInput { Name = Name, AgeGroup = AgeGroup, Sex = Sex, Nik = Nik },
        Contact = new ContactInput { Channel = ContactChannel, Value = Contact }, Secrecy = Secrecy, ConsentVersion = SendDraft.ConsentVersion, Photos = 0,
    };

    public static string FieldOf(string? field) => field switch
    {
        "for" => "Input.Whom", "problem" => "Input.Problem", "service" => "Input.Service", "story" => "Input.Story", "areaCode" => "Input.Area",
        "landmark" => "Input.Landmark", "person.name" => "Input.Name", "person.nik" => "Input.Nik", "person.sex" => "Input.Sex", "person.ageGroup" => "Input.AgeGroup",
        "contact.value" => "Input.Contact", "contact.channel" => "Input.ContactChannel", "secrecy" => "Input.Secrecy", _ => "",
    };
}
