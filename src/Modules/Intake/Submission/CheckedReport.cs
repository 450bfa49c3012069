using Layar.Catalogue.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.People.Contracts;

namespace Layar.Intake.Submission;

/// <summary>A report that keeps the rules, in the forms in which it is stored.</summary>
internal sealed record CheckedReport
{
    public required ReportId Id { get; init; }
    public required string For { get; init; }
    public required Problem Problem { get; init; }
    public string? Service { get; init; }
    public required bool Emergency { get; init; }
    public string? Story { get; init; }
    public string? Area { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public int? AccuracyMetres { get; init; }
    public string? Landmark { get; init; }
    public PersonFacts? Person { get; init; }
    public required string ContactChannel { get; init; }

    /// <summary>Normalised: +62… or an e-mail address.</summary>
    public string? Contact { get; init; }

    /// <summary>Null without a telephone number.</summary>
    public string? LastFour { get; init; }
    public required Secrecy Secrecy { get; init; }
    public string? ConsentVersion { get; init; }
    public required int Photos { get; init; }
    public required bool Voice { get; init; }
}
