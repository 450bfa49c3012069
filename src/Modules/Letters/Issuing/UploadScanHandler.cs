using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Issuing;

/// <summary>The scan of the letter signed by pen makes it issued.</summary>
internal sealed class UploadScanHandler(AppDb db, Change change, IFileStore files, IssueLetterHandler issue)
{
    public const int LargestScan = 10 * 1024 * 1024;
    public static readonly string[] Uploaders = [Roles.Manager, Roles.Operator, Roles.FrontOffice];

    public async Task<Outcome> Handle(LetterId id, int version, byte[]? scan, StaffMember member, CancellationToken stop)
    {
        if (!member.HasAny(Uploaders)) return LetterRefusals.Role;
        if (scan is not { Length: > 0 }) return new Refusal("letters.scan.missing", "Scan");
        if (scan.Length > LargestScan) return new Refusal("letters.file.large", "Scan");
        if (!ScanContent.Clean(scan).TryGet(out var content, out var refusal)) return refusal.At("Scan");
        var stored = await files.Put(content.Bytes, content.Kind.MediaType(), SafeFileName.For("pindaian-surat", content.Kind), stop);
        return await change.Run(async () =>
        {
            var letter = await db.Set<Letter>().FirstAsync(l => l.Id == id, stop);
            if (letter.Version != version) return LetterRefusals.Changed;
            if (letter.State != LetterState.Signed || letter.Way != SignatureWay.Paper) return LetterRefusals.State;
            if (letter.Concludes && !member.Has(Roles.Manager)) return LetterRefusals.Role;
            db.Add(stored);
            (letter.FileId, letter.PdfSha256) = (stored.Id, stored.Sha256);
            letter.Version++;
            return await issue.GiveOut(letter, member, Uploaders, stop);
        }, stop);
    }
}
