using System.Text.Json.Serialization;
using Layar.Intake.Submission;

namespace Layar.Intake.Reporting;

/// <summary>Answers of a report that is not sent yet, or what remains of it shortly after sending.</summary>
internal sealed record Draft
{
    /// <summary>Id of the report to be; makes pressing the button twice harmless.</summary>
    public Guid ReportId { get; init; } = Guid.CreateVersion7();

    /// <summary>yes, no, unknown</summary>
    public string? Danger { get; init; }
    public string? Whom { get; init; }
    public string? Problem { get; init; }
    public string? Service { get; init; }
    public IReadOnlyList<DraftPhotoFacts> Photos { get; init; } = [];
    public DraftVoiceFacts? Voice { get; init; }
    public string? Area { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public double? Accuracy { get; init; }
    public string? Landmark { get; init; }
    public string? Story { get; init; }
    public string? Name { get; init; }
    public string? AgeGroup { get; init; }
    public string? Sex { get; init; }
    public string? Nik { get; init; }
    public string? ContactChannel { get; init; }
    public string? Contact { get; init; }
    public string? Secrecy { get; init; }
    public SentReport? Sent { get; init; }

    [JsonIgnore]
    public bool HasAnswers => Sent is null && (Danger is not null || Service is not null);

    /// <summary>NIK is asked only about oneself and one's family.</summary>
    [JsonIgnore]
    public bool AsksNik => Whom is "self" or "family";

    public ReportInput ToInput(string consentVersion) => new()
    {
        ReportId = ReportId.ToString(), For = Whom, Problem = Problem, Service = Service, Emergency = Danger == "yes", Story = Story,
        AreaCode = Area, Lat = Lat, Lon = Lon, AccuracyMetres = Accuracy, Landmark = Landmark,
        Person = new PersonInput { Name = Name, AgeGroup = AgeGroup, Sex = Sex, Nik = AsksNik ? Nik : null },
        Contact = new ContactInput { Channel = ContactChannel, Value = Contact }, Secrecy = Secrecy, ConsentVersion = consentVersion, Photos = Photos.Count, Voice = Voice is null ? null : true,
    };
}

internal sealed record DraftPhotoFacts(Guid Id, int Bytes, string MediaType);

internal sealed record DraftVoiceFacts(Guid Id, int Bytes, string MediaType, string Extension, int? Seconds);

/// <summary>Enough to show the receipt once more after a lost answer.</summary>
internal sealed record SentReport(string Code, DateTime FirstAnswerDue, bool Secret, bool Sensitive, bool Emergency);

[JsonSerializable(typeof(Draft))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class DraftJson : JsonSerializerContext;
