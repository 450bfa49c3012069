using System.Security.Cryptography;
using Layar.Kernel.Data;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Layar.Letters.Sealing;
using Layar.Letters.Verification;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Checking;

/// <summary>Says whether a code or a file is a letter of this office, and whether it still holds.</summary>
internal sealed class LetterVerifier(AppDb db, OfficeKeyRing keys, TimeProvider clock)
{
    public const int LargestFile = 10 * 1024 * 1024;

    public async Task<LetterFinding> ByCode(string? typed, CancellationToken stop)
    {
        var code = VerifyCode.Read(typed);
        // The look-up is made for impossible codes too, so that the answer takes the same way.
        var letter = await Find(code ?? "-", stop);
        return letter is null ? LetterFinding.Unknown : await Judge(letter, stop);
    }

    /// <summary>
    /// The very file that was issued is judged by the register. Any other file that claims one of our codes, or carries a
    /// broken seal of ours, is forged: an electronic letter without a valid seal is none.
    /// </summary>
    public async Task<LetterFinding> ByFile(byte[] file, CancellationToken stop)
    {
        var sha = SHA256.HashData(file);
        if (await db.Set<Letter>().AsNoTracking().FirstOrDefaultAsync(l => l.PdfSha256 == sha, stop) is { } issued)
            return await Judge(issued, stop);
        var inside = PdfInspection.Of(file, keys.Keys.All);
        var claimed = inside.Code is null ? null : await Find(inside.Code, stop);
        return await Judge(inside, claimed, stop);
    }

    private async Task<LetterFinding> Judge(PdfInspection inside, Letter? claimed, CancellationToken stop)
    {
        var genuine = inside.Seal.State == SealState.Valid;
        if (genuine && claimed is { Way: SignatureWay.OfficeKey } && claimed.Fingerprint == inside.Fingerprint) return await Judge(claimed, stop);
        if (inside.Seal.State == SealState.Forged || claimed is not null) return new LetterFinding(Verdict.Forged, null);
        return LetterFinding.Unknown;
    }

    private async Task<LetterFinding> Judge(Letter letter, CancellationToken stop)
    {
        var verdict = LetterFinding.Of(letter, clock.GetUtcNow().UtcDateTime);
        if (verdict == Verdict.Unknown) return LetterFinding.Unknown;
        var successor = letter.SupersededBy is { } next ? await db.Set<Letter>().Where(l => l.Id == next).Select(l => l.Code).FirstOrDefaultAsync(stop) : null;
        return new LetterFinding(verdict, letter, successor);
    }

    private Task<Letter?> Find(string code, CancellationToken stop) => db.Set<Letter>().AsNoTracking().FirstOrDefaultAsync(l => l.Code == code, stop);
}
