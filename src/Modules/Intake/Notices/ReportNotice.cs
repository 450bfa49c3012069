using Layar.Intake.Contracts;
using Layar.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Notices;

/// <summary>A notice of one event went to the reporter of one report: the same event again sends nothing.</summary>
internal sealed class ReportNotice
{
    public required OutboxMessageId MessageId { get; init; }

    public required ReportId ReportId { get; init; }

    public required DateTime SentAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportNotice>
    {
        public void Configure(EntityTypeBuilder<ReportNotice> notice) => notice.HasKey(n => new { n.MessageId, n.ReportId });
    }
}
