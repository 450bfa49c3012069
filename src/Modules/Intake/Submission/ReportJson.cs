using System.Text.Json.Serialization;

namespace Layar.Intake.Submission;

[JsonSerializable(typeof(ReportInput))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
internal sealed partial class ReportJson : JsonSerializerContext;
