using Layar.Catalogue.Contracts;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Letters.Sealing;

namespace Layar.Letters.Issuing;

/// <summary>Prints and seals a signed letter, outside any transaction. The same letter can be printed as often as needed.</summary>
internal sealed class PrintRoom(LetterPress press, LetterVault vault, OfficeKeyRing keys, ICatalogue catalogue, IFileStore files)
{
    /// <summary>Refused with the code of the print failure; the letter keeps its number and is printed later.</summary>
    public async Task<Outcome<StoredFile>> Print(Letter letter, CancellationToken stop)
    {
        try
        {
            var instance = catalogue.Instance;
            var details = new SealDetails($"{instance.OfficeShort}, {letter.SignerTitle} {letter.SignerName}", letter.NumberText!, instance.City, letter.SignedAt!.Value);
            var result = await press.IssueAsync(vault.Open(letter), Mode(letter.Way), details, stop);
            if (result.Pdf is null) return new Refusal(result.Refusal!);
            return await files.Put(result.Pdf, "application/pdf", SafeFileName.For(FileName(letter), FileKind.Pdf), stop);
        }
        catch (LetterPrintException failure)
        {
            return new Refusal("letters.print.failed", null, failure.Code);
        }
    }

    /// <summary>The whole number: what stands behind its last dot is no extension.</summary>
    private static string FileName(Letter letter) => letter.NumberText!.Replace('/', '-').Replace('.', '-');

    private ISignatureMode Mode(SignatureWay way) => way switch
    {
        SignatureWay.Paper => new PrintedThenScanned(),
        SignatureWay.OfficeKey => new OfficeSeal(keys.Keys.Current),
        _ => new CertifiedTte(),
    };
}
