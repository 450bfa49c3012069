using Layar.Intake.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Reports;

internal readonly record struct ReportAdditionId(Guid Value) : IEntityId<ReportAdditionId>
{
    public static ReportAdditionId From(Guid value) => new(value);
}

/// <summary>What the reporter told later, sealed.</summary>
internal sealed class ReportAddition
{
    public const string Column = "report_addition.sealed_words";

    public required ReportAdditionId Id { get; init; }

    public required ReportId ReportId { get; init; }

    public required DateTime AddedAt { get; init; }

    public required int PhotoCount { get; init; }

    public byte[]? SealedWords { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportAddition>
    {
        public void Configure(EntityTypeBuilder<ReportAddition> addition)
        {
            addition.HasKey(a => a.Id);
            addition.HasIndex(a => a.ReportId);
        }
    }
}
