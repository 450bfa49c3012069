using System.Security.Cryptography;
using System.Text;

namespace Layar.Letters;

/// <summary>
/// A letter as a page of its own, for an iframe. It answers from its own address with its own policy: no script runs,
/// nothing is fetched, and only the letter's own style sheet counts.
/// </summary>
internal sealed record LetterPreview(string Html)
{
    public string ContentSecurityPolicy
    {
        get
        {
            var start = Html.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
            var style = Html[start..Html.IndexOf("</style>", start, StringComparison.Ordinal)];
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
            return $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        }
    }
}
