namespace Layar.Letters.Contracts;

/// <summary>Turns one self-contained HTML page into a tagged PDF/A-3b. Nothing is fetched: images are data URIs.</summary>
public interface ILetterPrinter
{
    /// <param name="html">A whole document with its styles inside.</param>
    /// <param name="identifier">Goes into the PDF's /ID, ASCII letters and digits only; the same input gives the same file.</param>
    /// <param name="cancellation">Stops the work; the worker that held it is replaced.</param>
    /// <exception cref="LetterPrintException">Printing failed twice, or cannot work on this machine.</exception>
    Task<byte[]> PrintAsync(string html, string identifier, CancellationToken cancellation = default);

    /// <summary>Starts the workers now, so that the first letter does not wait for them.</summary>
    Task WarmAsync(CancellationToken cancellation = default);
}

/// <summary>Codes: <c>print.missing</c> (WeasyPrint is not installed), <c>print.timeout</c>, <c>print.died</c>, <c>print.refused</c> (the page cannot be laid out).</summary>
public sealed class LetterPrintException(string code, string message) : Exception(message)
{
    /// <summary>A key for the texts.</summary>
    public string Code { get; } = code;
}
