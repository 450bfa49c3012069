using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>Some bytes of a photo that comes in pieces because the line is weak; sealed, and gone when the photo is whole.</summary>
internal sealed class VisitPhotoPiece
{
    public const string Column = "visit_photo_piece.sealed_bytes";

    public required Guid Id { get; init; }

    /// <summary>Made on the phone.</summary>
    public required Guid PhotoId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>Bytes of the photo before this piece.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    public required byte[] SealedBytes { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VisitPhotoPiece>
    {
        public void Configure(EntityTypeBuilder<VisitPhotoPiece> piece)
        {
            piece.HasKey(p => p.Id);
            piece.HasIndex(p => new { p.PhotoId, p.Start }).IsUnique();
            piece.HasIndex(p => p.At);
        }
    }
}

/// <summary>Keeps the pieces of photos until they are whole, so that a cut line costs one piece and not the photo.</summary>
internal sealed class PhotoPieces(AppDb db, Change change, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Adds a piece at the end. One that stands elsewhere changes nothing.</summary>
    /// <returns>bytes that are here now, without a gap: where the phone goes on</returns>
    public Task<Outcome<int>> Keep(Guid photo, StaffMember member, int start, byte[] bytes, CancellationToken stop) => change.RunAnew<int>(async () =>
    {
        var reached = await Of(photo, member).SumAsync(p => p.Length, stop);
        if (start != reached) return reached;
        var id = Guid.CreateVersion7();
        db.Add(new VisitPhotoPiece
        {
            Id = id, PhotoId = photo, StaffId = member.Id.Value, Start = start, Length = bytes.Length, SealedBytes = cipher.Seal(bytes, VisitPhotoPiece.Column, id), At = time.GetUtcNow().UtcDateTime,
        });
        return reached + bytes.Length;
    }, stop);

    public async Task<byte[]> Whole(Guid photo, StaffMember member, CancellationToken stop)
    {
        var pieces = await Of(photo, member).AsNoTracking().OrderBy(p => p.Start).ToListAsync(stop);
        return [.. pieces.SelectMany(p => cipher.OpenBytes(p.SealedBytes, VisitPhotoPiece.Column, p.Id))];
    }

    public Task<Outcome> Forget(Guid photo, StaffMember member) => change.Run(async () =>
    {
        await Of(photo, member).ExecuteDeleteAsync(CancellationToken.None);
        return Outcome.Success;
    }, CancellationToken.None);

    private IQueryable<VisitPhotoPiece> Of(Guid photo, StaffMember member) => db.Set<VisitPhotoPiece>().Where(p => p.PhotoId == photo && p.StaffId == member.Id.Value);
}

/// <summary>Pieces with which no phone goes on are deleted after a week.</summary>
internal sealed class OldPieces(IServiceScopeFactory scopes, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public string Name => "visit-photo-pieces";

    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (pieces, before) = (scope.ServiceProvider.GetRequiredService<AppDb>().Set<VisitPhotoPiece>(), time.GetUtcNow().UtcDateTime - Kept);
        if (!await pieces.AnyAsync(p => p.At < before, stop)) return;
        await scope.ServiceProvider.GetRequiredService<Change>().Run(async () =>
        {
            await pieces.Where(p => p.At < before).ExecuteDeleteAsync(stop);
            return Outcome.Success;
        }, stop);
    }
}
