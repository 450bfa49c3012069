using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Survey.Answering;

internal readonly record struct SurveyAnswerId(Guid Value) : IEntityId<SurveyAnswerId>, IComparable<SurveyAnswerId>
{
    public static SurveyAnswerId From(Guid value) => new(value);

    public int CompareTo(SurveyAnswerId other) => Value.CompareTo(other.Value);
}

/// <summary>Nine marks from 1 to 4. Knows neither the case nor the day, and its id is random, so that nobody finds the way back.</summary>
internal sealed class SurveyAnswer
{
    public required SurveyAnswerId Id { get; init; }

    /// <summary>First day of the month of the answer.</summary>
    public required DateOnly Month { get; init; }

    public string? Service { get; init; }

    public required int Requirements { get; init; }
    public required int Procedure { get; init; }
    public required int Time { get; init; }
    public required int Cost { get; init; }
    public required int Product { get; init; }
    public required int Competence { get; init; }
    public required int Behaviour { get; init; }
    public required int Complaints { get; init; }
    public required int Facilities { get; init; }

    public string? Comment { get; init; }

    /// <param name="marks">one mark for every key of <see cref="Index.SurveyScheme.Standard"/></param>
    public static SurveyAnswer Of(IReadOnlyDictionary<string, int> marks, string? service, string? comment, DateOnly day) => new()
    {
        Id = new SurveyAnswerId(Guid.NewGuid()), Month = new DateOnly(day.Year, day.Month, 1), Service = service, Comment = comment,
        Requirements = marks["requirements"], Procedure = marks["procedure"], Time = marks["time"], Cost = marks["cost"], Product = marks["product"],
        Competence = marks["competence"], Behaviour = marks["behaviour"], Complaints = marks["complaints"], Facilities = marks["facilities"],
    };

    internal sealed class Mapping : IEntityTypeConfiguration<SurveyAnswer>
    {
        public void Configure(EntityTypeBuilder<SurveyAnswer> answer)
        {
            answer.HasKey(a => a.Id);
            answer.HasIndex(a => new { a.Month, a.Id });
            answer.HasIndex(
                a => new { a.Month, a.Service, a.Requirements, a.Procedure, a.Time, a.Cost, a.Product, a.Competence, a.Behaviour, a.Complaints, a.Facilities },
                "month_service");
        }
    }
}
