using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Layar.Letters.Sealing;

/// <summary>The public half of an office key, also of one that signs no more: what it signed stays valid.</summary>
internal sealed class OfficeCertificate(X509Certificate2 certificate) : IDisposable
{
    private readonly ECDsa key = certificate.GetECDsaPublicKey() ?? throw new CryptographicException("The office certificate holds no P-256 key.");

    public string Thumbprint { get; } = certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
    public string OfficeName { get; } = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    public DateTime NotBeforeUtc { get; } = certificate.NotBefore.ToUniversalTime();
    public ReadOnlyMemory<byte> Der { get; } = certificate.RawData;
    public X509Certificate2 X509 => certificate;

    /// <param name="data">What was signed.</param>
    /// <param name="signature">r||s, 64 bytes.</param>
    public bool Verifies(byte[] data, byte[] signature) =>
        key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The public key as a JSON Web Key, for WebCrypto.</summary>
    public OfficeJwk Jwk()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y), "sig", "ES256", Thumbprint[..16]);
    }

    public void Dispose()
    {
        key.Dispose();
        certificate.Dispose();
    }
}

/// <summary>RFC 7517; serialised with the web defaults it is a JWK.</summary>
internal sealed record OfficeJwk(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid);
