using System.Security.Cryptography.X509Certificates;
using System.Text;
using Layar.Kernel.Files;

namespace Layar.Letters.Sealing;

/// <summary>
/// The folder of office keys: <c>{time}-{thumbprint}.crt.pem</c> for every key that ever signed, and a
/// <c>.key.pem</c> (mode 600) beside those that can still sign. The newest one signs.
/// </summary>
internal sealed class OfficeKeys : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private OfficeKeys(OfficeKey current, IReadOnlyList<OfficeCertificate> all) => (Current, All) = (current, all);

    public OfficeKey Current { get; }

    /// <summary>Newest first; signatures by any of them are the office's.</summary>
    public IReadOnlyList<OfficeCertificate> All { get; }

    public static OfficeKeys LoadOrCreate(string folder, string officeName, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.UserExecute);
        return Directory.EnumerateFiles(folder, "*.key.pem").Any() ? Load(folder) : Renew(folder, officeName, clock);
    }

    /// <summary>Makes a new key that signs from now on; the older certificates stay for verification.</summary>
    public static OfficeKeys Renew(string folder, string officeName, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        using var key = OfficeKey.Create(officeName, now);
        var (certificate, secret) = key.ToPem();
        var stem = Path.Combine(folder, $"{now:yyyyMMddHHmmssfff}-{key.Public.Thumbprint[..12]}");
        DurableFile.Put($"{stem}.crt.pem", Encoding.ASCII.GetBytes(certificate));
        // The secret comes last: a folder with a key always has its certificate.
        DurableFile.Put($"{stem}.key.pem", Encoding.ASCII.GetBytes(secret), OwnerOnly);
        return Load(folder);
    }

    public static OfficeKeys Load(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*.crt.pem").OrderDescending(StringComparer.Ordinal)
            .Select(file => new OfficeCertificate(X509CertificateLoader.LoadCertificateFromFile(file))).ToList();
        var newest = Directory.EnumerateFiles(folder, "*.key.pem").Max(StringComparer.Ordinal)
            ?? throw new FileNotFoundException("No office key in this folder.", folder);
        var certificate = File.ReadAllText(newest[..^".key.pem".Length] + ".crt.pem");
        return new(OfficeKey.FromPem(certificate, File.ReadAllText(newest)), all);
    }

    public void Dispose()
    {
        Current.Dispose();
        foreach (var certificate in All) certificate.Dispose();
    }
}
