using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Letters.Register;

internal readonly record struct LetterCheckId(Guid Value) : IEntityId<LetterCheckId>
{
    public static LetterCheckId From(Guid value) => new(value);
}

/// <summary>Somebody asked whether a letter is genuine. Says nothing about who asked.</summary>
internal sealed class LetterCheck
{
    public required LetterCheckId Id { get; init; }
    public string? Code { get; init; }
    public required DateTime At { get; init; }
    public required string Result { get; init; }

    /// <summary>By code or by file.</summary>
    public required string Way { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LetterCheck>
    {
        public void Configure(EntityTypeBuilder<LetterCheck> check)
        {
            check.HasKey(c => c.Id);
            check.HasIndex(c => new { c.Code, c.At });
        }
    }
}
