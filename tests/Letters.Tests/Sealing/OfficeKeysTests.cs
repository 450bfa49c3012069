using Layar.Letters.Sealing;

namespace Layar.Letters.Tests.Sealing;

[Trait("Kind", "rule")]
public sealed class OfficeKeysTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keys").FullName;

    [Fact]
    public void A_key_is_made_once_and_only_its_owner_reads_it()
    {
        using var made = OfficeKeys.LoadOrCreate(folder, "Dinas Sosial Ç \"Contoh\", Banjarbaru", TimeProvider.System);
        using var loaded = OfficeKeys.LoadOrCreate(folder, "lain", TimeProvider.System);
        Assert.Equal(made.Current.Public.Thumbprint, loaded.Current.Public.Thumbprint);
        Assert.Equal("Dinas Sosial Ç \"Contoh\", Banjarbaru", loaded.Current.Public.OfficeName);
        var secret = Assert.Single(Directory.GetFiles(folder, "*.key.pem"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
    }

    [Fact]
    public void A_new_key_signs_and_the_old_one_still_verifies()
    {
        using var first = OfficeKeys.LoadOrCreate(folder, "Dinas Sosial", TimeProvider.System);
        var signature = first.Current.Sign([1, 2, 3]);
        Thread.Sleep(5);
        using var second = OfficeKeys.Renew(folder, "Dinas Sosial", TimeProvider.System);
        Assert.NotEqual(first.Current.Public.Thumbprint, second.Current.Public.Thumbprint);
        Assert.Equal(second.Current.Public.Thumbprint, second.All[0].Thumbprint);
        Assert.Contains(second.All, office => office.Verifies([1, 2, 3], signature));
        Assert.False(second.Current.Public.Verifies([1, 2, 3], signature));
    }

    [Fact]
    public async Task The_certified_signature_is_off_and_says_so()
    {
        var result = await new CertifiedTte().SignAsync([], SampleLetters.Details, TestContext.Current.CancellationToken);
        Assert.Null(result.Pdf);
        Assert.Equal("letters.tte.off", result.Refusal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
