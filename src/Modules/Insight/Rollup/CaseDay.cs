using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Insight.Rollup;

/// <summary>What a row of the rollup is counted by.</summary>
internal enum Facet { District, Service, Problem, Channel, Days }

internal enum Sociality { Social, NonSocial, Undecided }

/// <summary>
/// Cases received on one day, counted by one facet: some dozen rows a day however many cases there are. Under
/// <see cref="Facet.Days"/> the key is how long resolved cases took.
/// </summary>
internal sealed class CaseDay
{
    public required Facet Facet { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Code of the facet; empty when the case has none.</summary>
    public required string Key { get; init; }

    public required Sociality Social { get; init; }

    public int Received { get; set; }

    /// <summary>Brought to its end: step Completed.</summary>
    public int Resolved { get; set; }

    public int Open { get; set; }

    /// <summary>Whole days from receipt to the end, of the resolved.</summary>
    public long SumDays { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseDay>
    {
        public void Configure(EntityTypeBuilder<CaseDay> day) => day.HasKey(d => new { d.Facet, d.Day, d.Key, d.Social });
    }
}

/// <summary>A day whose rows must be counted again.</summary>
internal sealed class CaseDayStale
{
    public required DateOnly Day { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseDayStale>
    {
        public void Configure(EntityTypeBuilder<CaseDayStale> day) => day.HasKey(d => d.Day);
    }
}
