namespace Layar.Intake.Submission;

/// <summary>A report as it comes in, unchecked; also the body of <c>POST /api/laporan</c>.</summary>
internal sealed record ReportInput
{
    public string? ReportId { get; init; }
    public string? For { get; init; }
    public string? Problem { get; init; }
    public string? Service { get; init; }
    public bool? Emergency { get; init; }
    public string? Story { get; init; }
    public string? AreaCode { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public double? AccuracyMetres { get; init; }
    public string? Landmark { get; init; }
    public PersonInput? Person { get; init; }
    public ContactInput? Contact { get; init; }
    public string? Secrecy { get; init; }
    public string? ConsentVersion { get; init; }
    public int? Photos { get; init; }

    /// <summary>A voice note follows by upload.</summary>
    public bool? Voice { get; init; }
}

internal sealed record PersonInput
{
    public string? Name { get; init; }
    public string? AgeGroup { get; init; }
    public string? Sex { get; init; }
    public string? Nik { get; init; }
}

internal sealed record ContactInput
{
    public string? Channel { get; init; }
    public string? Value { get; init; }
}
