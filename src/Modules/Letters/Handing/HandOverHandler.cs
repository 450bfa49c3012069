using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Handing;

/// <param name="Signature">PNG drawn on the screen</param>
/// <param name="DayRead">the day is known, so that a missing moment lacks its hour</param>
internal sealed record HandOver(
    LetterId Letter, int CaseVersion, string? Receiver, ReceiverRelation? Relation, IdentityCheck? Check, DateTime? At, byte[]? Signature, byte[]? Photo, NoProofReason? NoProof, bool DayRead = true);

/// <summary>Records that a letter is in somebody's hands, and completes its case in the same change.</summary>
internal sealed class HandOverHandler(
    AppDb db, Change change, ActRecorder acts, OutboxWriter outbox, ICaseProcess process, IFileStore files, FieldCipher cipher, TimeProvider clock)
{
    public static readonly string[] Givers = [Roles.FrontOffice];
    private const int LongestName = 150;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public async Task<Outcome> Handle(HandOver command, StaffMember member, CancellationToken stop)
    {
        if (Fault(command) is { } fault) return fault;
        if (!(await Store(command.Signature, "tanda-tangan", "Signature", stop)).TryGet(out var signature, out var refusal)) return refusal;
        if (!(await Store(command.Photo, "foto-penyerahan", "Photo", stop)).TryGet(out var photo, out refusal)) return refusal;
        return await change.Run(async () =>
        {
            var letter = await db.Set<Letter>().FirstAsync(l => l.Id == command.Letter, stop);
            if (letter.State == LetterState.HandedOver) return Outcome.Success;
            if (letter.State != LetterState.Issued) return LetterRefusals.State;
            if (await db.Set<LetterApproval>().AnyAsync(a => a.LetterId == letter.Id && a.ById == member.Id.Value && a.Result == ApprovalResult.Done, stop))
                return new Refusal("letters.refused.duties");
            db.AddRange(signature.Concat(photo));
            var record = Record(command, letter, member, signature.FirstOrDefault()?.Id, photo.FirstOrDefault()?.Id);
            db.Add(record);
            letter.State = LetterState.HandedOver;
            letter.Version++;
            await acts.Record(letter.Id.Value, "LetterHandedOver", member.As(Givers), stop, after: new { relation = record.Relation.ToString(), check = record.IdentityCheck.ToString(), at = record.At });
            outbox.Publish(new LetterHandedOver(letter.Id.Value, letter.CaseId.Value));
            var moved = await process.Do(letter.CaseId, CaseActKind.HandOver, member,
                new(command.CaseVersion, After: new { number = letter.NumberText, relation = record.Relation.ToString() }, Touched: [letter.Id.Value]), stop);
            return moved.Refusal is { } why ? why : Outcome.Success;
        }, stop);
    }

    /// <summary>Everything that is wrong with what was typed, in the order of the fields; null when nothing is.</summary>
    public Refusal? Fault(HandOver command) => Refusal.Of(
        ReceiverFault(command.Receiver),
        command.Relation is null ? new("letters.handover.relation", "Relation") : null,
        command.Check is null ? new("letters.handover.check", "Check") : null,
        WhenFault(command),
        Unreadable(command.Signature, "Signature"),
        Unreadable(command.Photo, "Photo"),
        command.Signature is null && command.Photo is null && command.NoProof is null ? new("letters.handover.proof-missing", "NoProof") : null);

    private static Refusal? ReceiverFault(string? receiver)
    {
        if (string.IsNullOrWhiteSpace(receiver)) return new("letters.handover.receiver", "Receiver");
        return receiver.Length > LongestName ? new("letters.handover.receiver-long", "Receiver", LongestName) : null;
    }

    private Refusal? WhenFault(HandOver command)
    {
        if (command.At is not { } at) return new("letters.handover.at", command.DayRead ? "Time" : "Day");
        return at > clock.GetUtcNow().UtcDateTime + Ahead ? new("letters.handover.future", "Day") : null;
    }

    private static Refusal? Unreadable(byte[]? bytes, string field) => bytes is null ? null : MetadataStripper.Strip(bytes, keepOrientation: true).Refusal?.At(field);

    private async Task<Outcome<IReadOnlyList<StoredFile>>> Store(byte[]? bytes, string name, string field, CancellationToken stop)
    {
        if (bytes is null) return Array.Empty<StoredFile>();
        if (!MetadataStripper.Strip(bytes, keepOrientation: true).TryGet(out var photo, out var refusal)) return refusal.At(field);
        return new[] { await files.Put(photo.Bytes, photo.Facts.Kind.MediaType(), SafeFileName.For(name, photo.Facts.Kind), stop) };
    }

    private Handover Record(HandOver command, Letter letter, StaffMember member, StoredFileId? signature, StoredFileId? photo)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var id = new HandoverId(Guid.CreateVersion7(now));
        return new Handover
        {
            Id = id, LetterId = letter.Id, SealedReceiver = cipher.Seal(command.Receiver!.Trim(), Handover.ReceiverColumn, id.Value)!, Relation = command.Relation!.Value,
            IdentityCheck = command.Check!.Value, At = command.At!.Value, RecordedAt = now, ById = member.Id.Value, ByName = member.Name,
            SignatureFileId = signature, PhotoFileId = photo, NoProof = signature is null && photo is null ? command.NoProof : null,
        };
    }
}
