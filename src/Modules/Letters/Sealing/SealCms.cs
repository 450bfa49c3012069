using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Layar.Letters.Sealing;

/// <summary>The CMS inside a seal: CAdES with signing-certificate-v2, no signing time (PAdES takes it from /M).</summary>
internal static class SealCms
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public static byte[] Sign(byte[] content, OfficeKey key)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.WithPrivateKey)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateReference(key.WithPrivateKey)));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>Who signed, and whether the signature is right for the content; null when these bytes are no CMS of one signer.</summary>
    public static (byte[] Certificate, bool Right)? Check(byte[] der, byte[] content)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(der);
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0] is not { Certificate: { } certificate } signer) return null;
            try
            {
                signer.CheckSignature(verifySignatureOnly: true);
                return (certificate.RawData, true);
            }
            catch (CryptographicException) { return (certificate.RawData, false); }
        }
        catch (Exception broken) when (broken is CryptographicException or NotSupportedException or ArgumentException) { return null; }
    }

    /// <summary>
    /// Whether the bytes are exactly what <see cref="Sign"/> writes around its signed attributes and signature. Those
    /// two are under the signature; everything else in a CMS could be changed without breaking it.
    /// </summary>
    public static bool IsOwnForm(byte[] der, OfficeCertificate office)
    {
        try
        {
            var (attributes, signature) = Variable(der);
            return Form(office.X509, attributes, signature).AsSpan().SequenceEqual(der);
        }
        catch (AsnContentException) { return false; }
    }

    private static (ReadOnlyMemory<byte> Attributes, byte[] Signature) Variable(byte[] der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        outer.ReadObjectIdentifier();
        var signed = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signed.ReadInteger();
        signed.ReadSetOf();
        signed.ReadSequence();
        signed.ReadEncodedValue();
        var signer = signed.ReadSetOf().ReadSequence();
        signer.ReadInteger();
        signer.ReadSequence();
        signer.ReadSequence();
        var attributes = signer.PeekEncodedValue();
        signer.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0));
        signer.ReadSequence();
        var signature = signer.ReadOctetString();
        signer.ThrowIfNotEmpty();
        return (attributes, signature);
    }

    private static byte[] Form(X509Certificate2 certificate, ReadOnlyMemory<byte> attributes, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(context0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) Algorithm(writer, Sha256);
                using (writer.PushSequence()) writer.WriteObjectIdentifier(Data);
                using (writer.PushSetOf(context0)) writer.WriteEncodedValue(certificate.RawData);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(certificate.IssuerName.RawData);
                        writer.WriteInteger(certificate.SerialNumberBytes.Span);
                    }
                    Algorithm(writer, Sha256);
                    writer.WriteEncodedValue(attributes.Span);
                    Algorithm(writer, EcdsaWithSha256);
                    writer.WriteOctetString(signature);
                }
            }
        }
        return writer.Encode();
    }

    private static void Algorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence()) writer.WriteObjectIdentifier(oid);
    }

    private static byte[] CertificateReference(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        // RFC 5035: SHA-256 is the default and must then be left out.
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}
