using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.People.Registry.Releases;

internal readonly record struct RegistryProblemId(Guid Value) : IEntityId<RegistryProblemId>
{
    public static RegistryProblemId From(Guid value) => new(value);
}

/// <summary>A row in quarantine, or a row that was taken in although something is odd about it.</summary>
internal sealed class RegistryProblem
{
    public const string RowColumn = "registry_problem.sealed_row";

    public required RegistryProblemId Id { get; init; }
    public required RegistryImportId ImportId { get; init; }

    /// <summary>Such as <c>nik.scientific</c>; the text is <c>people.registry.problem.</c> + cause.</summary>
    public required string Cause { get; init; }

    /// <summary>In quarantine: the row is not in the release.</summary>
    public required bool Quarantined { get; init; }
    public required int Sheet { get; init; }
    public required int Line { get; init; }

    /// <summary>Place as the spreadsheet names it, such as <c>B17</c>.</summary>
    public required string Cell { get; init; }

    /// <summary>The whole row, sealed: it holds names and numbers.</summary>
    public byte[]? SealedRow { get; init; }

    internal sealed class Mapped : IEntityTypeConfiguration<RegistryProblem>
    {
        public void Configure(EntityTypeBuilder<RegistryProblem> problem)
        {
            problem.HasKey(p => p.Id);
            problem.HasIndex(p => new { p.ImportId, p.Cause, p.Sheet, p.Line });
        }
    }
}
