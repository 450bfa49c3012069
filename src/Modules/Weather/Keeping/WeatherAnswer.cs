using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Weather.Keeping;

/// <summary>The last good answer of BMKG to one question. Holds nobody's data; may be thrown away at any time.</summary>
internal sealed class WeatherAnswer
{
    /// <summary>Question to which all warnings together are the answer.</summary>
    public const string Warnings = "warnings";

    /// <summary>A forecast is asked for anew when it is older; BMKG writes twice a day.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(3);

    /// <summary>Code of a village, or <see cref="Warnings"/>.</summary>
    public required string Question { get; init; }

    /// <summary>BMKG's forecast as it came; of warnings, those that were read.</summary>
    public required string Body { get; set; }
    public required DateTime FetchedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<WeatherAnswer>
    {
        public void Configure(EntityTypeBuilder<WeatherAnswer> answer) => answer.HasKey(a => a.Question);
    }
}
