using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Intake.Tracking;

/// <summary>Wrong tries at one code, from one network, or both, as every node and the next start know them.</summary>
internal sealed class WrongTry
{
    /// <summary>Keyed hash of what is counted; tells nothing by itself.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Within the hour that began with the first of them; not used where tries are slowed.</summary>
    public required int Tries { get; set; }

    /// <summary>When the hour began; where tries are slowed, until when they are paid for.</summary>
    public required DateTime At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<WrongTry>
    {
        public void Configure(EntityTypeBuilder<WrongTry> wrong)
        {
            wrong.HasKey(w => w.Id);
            wrong.HasIndex(w => w.At);
        }
    }
}
