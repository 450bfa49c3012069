using System.Text.Json.Serialization;
using Layar.Intake.Submission;

namespace Layar.Intake.Api;

/// <param name="Link">path of the status page; the secret in it opens the details</param>
internal sealed record ReceiptBody(string Code, string Pin, string Link, DateTime FirstAnswerDue, string UploadSecret)
{
    public static ReceiptBody Of(Receipt r) => new(r.Code, r.Pin, "/l/" + r.Link, r.FirstAnswerDue, r.UploadSecret);
}

internal sealed record ProblemBody(string Type, string Title, int Status, IReadOnlyDictionary<string, string[]>? Errors);

/// <param name="Next">what happens next; null with the code alone</param>
/// <param name="Due">by when</param>
/// <param name="Question">what an officer asks the reporter</param>
/// <param name="Outcome">how it ended</param>
internal sealed record StatusBody(string Code, string Step, IReadOnlyList<StepBody> Steps, string? Next, DateTime? Due, string? Question, string? Outcome);

internal sealed record StepBody(string Key, string Title, DateTime? At);

internal sealed record ServicesBody(IReadOnlyList<ProblemChoice> Problems, IReadOnlyList<ServiceChoice> Services);

internal sealed record ProblemChoice(string Code, string Text, string Hint, bool Sensitive, string? Service);

internal sealed record ServiceChoice(string Code, string Tile, string Name, string Description, int WorkingDays, string Cost, bool HomeVisit, IReadOnlyList<DocumentChoice> Documents);

/// <param name="Need">required, ifAny or oneOf</param>
internal sealed record DocumentChoice(string Code, string Name, string Hint, string Need, string? Group);

[JsonSerializable(typeof(ReceiptBody))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(ServicesBody))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ApiJson : JsonSerializerContext;
