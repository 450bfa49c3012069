using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Survey.Answering;

internal readonly record struct SurveyProfileId(Guid Value) : IEntityId<SurveyProfileId>
{
    public static SurveyProfileId From(Guid value) => new(value);
}

/// <summary>Who answers, as the regulation asks to report. Belongs to no case and to no answer; only to a month.</summary>
internal sealed class SurveyProfile
{
    public static readonly IReadOnlyList<string> Sexes = ["L", "P"];
    public static readonly IReadOnlyList<string> Ages = ["under-20", "20-39", "40-59", "60-up"];
    public static readonly IReadOnlyList<string> Educations = ["none", "primary", "junior", "senior", "tertiary"];
    public static readonly IReadOnlyList<string> Jobs = ["farmer", "labourer", "trader", "employee", "official", "household", "student", "none", "other"];

    public required SurveyProfileId Id { get; init; }

    public required DateOnly Month { get; init; }

    public string? Sex { get; init; }

    public string? AgeGroup { get; init; }

    public string? Education { get; init; }

    public string? Job { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SurveyProfile>
    {
        public void Configure(EntityTypeBuilder<SurveyProfile> profile)
        {
            profile.HasKey(p => p.Id);
            profile.HasIndex(p => p.Month);
        }
    }
}
