using Layar.Letters.Contracts;
using Layar.Letters.Sealing;
using Layar.Letters.Templates;
using Layar.Letters.Verification;

namespace Layar.Letters;

/// <summary>From a document to a file in the person's hands: preview, mark, print, sign.</summary>
internal sealed class LetterPress(LetterTemplates templates, ILetterPrinter printer)
{
    /// <summary>The page as it will be printed; with "KONSEP" across it as long as it is not marked.</summary>
    public LetterPreview Preview(LetterDocument letter) => new(templates.Html(letter));

    /// <summary>Gives a numbered letter its verify code, fingerprint and signed QR text.</summary>
    /// <param name="letter">With its final number and date.</param>
    /// <param name="code">From <see cref="VerifyCode.New"/>, found free in the register.</param>
    /// <param name="site">"https://host", without a slash at the end.</param>
    /// <param name="key">The office key.</param>
    public static LetterDocument Mark(LetterDocument letter, string code, string site, OfficeKey key)
    {
        var number = letter.Number ?? throw new InvalidOperationException("A letter is numbered before it is marked.");
        var fingerprint = Fingerprint.Of(letter, code);
        var text = new QrMark(code, number, letter.Date, letter.Kind, fingerprint).Sign(site, key);
        var address = $"{new Uri(site).Authority}/v/{VerifyCode.Show(code)}";
        return letter with { Verification = new(code, address, text, fingerprint) };
    }

    /// <summary>Prints a marked letter and signs it in the given mode.</summary>
    /// <exception cref="LetterPrintException">Printing failed.</exception>
    public async Task<SignatureResult> IssueAsync(LetterDocument letter, ISignatureMode mode, SealDetails details, CancellationToken cancellation = default)
    {
        var mark = letter.Verification ?? throw new InvalidOperationException("A letter is marked before it is issued.");
        if (letter.Signing != mode.Shows) throw new InvalidOperationException($"The letter is made for {letter.Signing}, the mode is {mode.Name}.");
        var pdf = await printer.PrintAsync(templates.Html(letter), mark.Code, cancellation);
        return await mode.SignAsync(pdf, details, cancellation);
    }
}
