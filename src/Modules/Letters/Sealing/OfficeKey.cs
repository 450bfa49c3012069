using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Layar.Letters.Sealing;

/// <summary>The office's signing key (ECDSA P-256) with its self-signed certificate.</summary>
internal sealed class OfficeKey(ECDsa key, X509Certificate2 certificate) : IDisposable
{
    public OfficeCertificate Public { get; } = new(X509CertificateLoader.LoadCertificate(certificate.RawData));

    internal X509Certificate2 WithPrivateKey => certificate;

    /// <summary>r||s, 64 bytes, over SHA-256 of the data.</summary>
    public byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public static OfficeKey Create(string officeName, DateTimeOffset now)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("ID");
        name.AddOrganizationName(officeName);
        name.AddCommonName(officeName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new(key, request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(10)));
    }

    internal static OfficeKey FromPem(string certificate, string privateKey)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(privateKey);
        using var bare = X509Certificate2.CreateFromPem(certificate);
        return new(key, bare.CopyWithPrivateKey(key));
    }

    internal (string Certificate, string PrivateKey) ToPem() => (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());

    public void Dispose()
    {
        Public.Dispose();
        certificate.Dispose();
        key.Dispose();
    }
}
