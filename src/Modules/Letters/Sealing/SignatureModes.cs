using Layar.Letters.Templates;

namespace Layar.Letters.Sealing;

/// <summary>How an office signs. One of these is chosen in the settings of the office.</summary>
internal interface ISignatureMode
{
    /// <summary>The name in the settings.</summary>
    string Name { get; }

    /// <summary>What the page shows above the name: a box with a QR code, or room for a pen.</summary>
    LetterSigning Shows { get; }

    /// <summary>Signs a printed letter, or refuses with a code.</summary>
    Task<SignatureResult> SignAsync(byte[] pdf, SealDetails details, CancellationToken cancellation = default);
}

/// <param name="Pdf">The file to keep; null when refused.</param>
/// <param name="Refusal">A key for the texts; null when done.</param>
internal sealed record SignatureResult(byte[]? Pdf, string? Refusal);

/// <summary>
/// The office's own key: an electronic signature that is not certified (PP 71/2019 art. 60), backed by the act of the
/// official who signed in the system.
/// </summary>
internal sealed class OfficeSeal(OfficeKey key) : ISignatureMode
{
    public string Name => "office-seal";
    public LetterSigning Shows => LetterSigning.Electronic;

    public Task<SignatureResult> SignAsync(byte[] pdf, SealDetails details, CancellationToken cancellation = default) =>
        Task.FromResult(new SignatureResult(PdfSealer.Seal(pdf, key, details), null));
}

/// <summary>Printed, signed with a pen, scanned and uploaded: the file stays as it is, with empty room above the name.</summary>
internal sealed class PrintedThenScanned : ISignatureMode
{
    public string Name => "printed-then-scanned";
    public LetterSigning Shows => LetterSigning.Paper;

    public Task<SignatureResult> SignAsync(byte[] pdf, SealDetails details, CancellationToken cancellation = default) =>
        Task.FromResult(new SignatureResult(pdf, null));
}

/// <summary>The certified signature of BSrE. Off: it needs an agreement with BSSN and each official's own certificate.</summary>
internal sealed class CertifiedTte : ISignatureMode
{
    public const string Off = "letters.tte.off";

    public string Name => "certified-tte";
    public LetterSigning Shows => LetterSigning.Electronic;

    public Task<SignatureResult> SignAsync(byte[] pdf, SealDetails details, CancellationToken cancellation = default) =>
        Task.FromResult(new SignatureResult(null, Off));
}
