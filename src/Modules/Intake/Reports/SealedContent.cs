using System.Text.Json.Serialization;

namespace Layar.Intake.Reports;

/// <summary>What a secret report keeps sealed: its words, its place and whom it is about.</summary>
internal sealed record SealedContent
{
    public string? Story { get; init; }
    public string? Landmark { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public int? AccuracyMetres { get; init; }
    public string? Name { get; init; }
    public string? AgeGroup { get; init; }
    public string? Sex { get; init; }
    public string? Nik { get; init; }
}

[JsonSerializable(typeof(SealedContent))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SealedJson : JsonSerializerContext;
