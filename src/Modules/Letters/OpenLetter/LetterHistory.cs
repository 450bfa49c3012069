using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.OpenLetter;

/// <param name="Receiver">name of who took the letter</param>
internal sealed record HandoverFace(Handover Handover, string Receiver);

/// <summary>What happened to a letter: its stations in all rounds, and into whose hands it went.</summary>
internal sealed class LetterHistory(AppDb db, FieldCipher cipher)
{
    public async Task<IReadOnlyList<LetterApproval>> Stations(Letter letter, CancellationToken stop) =>
        await db.Set<LetterApproval>().AsNoTracking().Where(a => a.LetterId == letter.Id).OrderBy(a => a.Round).ThenBy(a => a.Place).ToListAsync(stop);

    public async Task<HandoverFace?> Handover(Letter letter, CancellationToken stop) =>
        await db.Set<Handover>().AsNoTracking().FirstOrDefaultAsync(h => h.LetterId == letter.Id, stop) is { } handover
            ? new HandoverFace(handover, cipher.Open(handover.SealedReceiver, Register.Handover.ReceiverColumn, handover.Id.Value)!)
            : null;
}
