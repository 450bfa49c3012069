using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Cases.Visits;

internal readonly record struct HomeVisitId(Guid Value) : IEntityId<HomeVisitId>
{
    public static HomeVisitId From(Guid value) => new(value);
}

internal enum VisitState { Scheduled, NobodyHome, Cancelled, Done }

/// <summary>One visit to one home. It keeps the version of the form with which it began.</summary>
internal sealed class HomeVisit
{
    public const string ReportColumn = "home_visit.sealed_report";

    public required HomeVisitId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int FormVersion { get; init; }

    public required VisitState State { get; set; }

    public required DateTime StartsAt { get; set; }

    public required DateTime EndsAt { get; set; }

    public required Guid VisitorId { get; set; }

    public required string VisitorName { get; set; }

    public required Guid PlannedById { get; set; }

    /// <summary>Degrees where the visitor stood; with accuracy in metres and the way to the point of the village.</summary>
    public double? Lat { get; set; }

    public double? Lon { get; set; }

    public int? Accuracy { get; set; }

    public int? MetresFromVillage { get; set; }

    /// <summary>The visitor's report in words.</summary>
    public byte[]? SealedReport { get; set; }

    /// <summary>Code of the visitor's advice: layak, tidak-layak, rujuk, ulang.</summary>
    public string? Advice { get; set; }

    public DateTime? EndedAt { get; set; }

    public required int Version { get; set; }

    /// <param name="area">where the case lies, when that is known</param>
    public void StandAt(Position position, Area? area)
    {
        (Lat, Lon, Accuracy) = (position.Lat, position.Lon, position.Accuracy);
        MetresFromVillage = position.MetresTo(area);
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<HomeVisit>
    {
        public void Configure(EntityTypeBuilder<HomeVisit> visit)
        {
            visit.HasKey(v => v.Id);
            visit.Property(v => v.Version).IsConcurrencyToken();
            visit.HasIndex(v => new { v.CaseId, v.StartsAt });
            visit.HasIndex(v => new { v.VisitorId, v.State, v.StartsAt });
            visit.HasIndex(v => new { v.PlannedById, v.State, v.StartsAt });
        }
    }
}
