using System.Security.Cryptography;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Secrets;

[Trait("Kind", "slice")]
[Collection(nameof(KernelServer))]
public sealed class SecretsTests(KernelServer server)
{
    private FieldCipher Cipher => server.Services.GetRequiredService<FieldCipher>();

    [Fact]
    public void A_sealed_field_opens_only_in_its_own_row_and_column()
    {
        var row = Guid.NewGuid();
        var value = Cipher.Seal("6311020101700000", "person.sealed_nik", row);

        Assert.Equal("6311020101700000", Cipher.Open(value, "person.sealed_nik", row));
        Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(value, "person.sealed_nik", Guid.NewGuid()));
        Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(value, "person.sealed_family_card", row));
    }

    [Fact]
    public void A_changed_byte_never_opens()
    {
        var row = Guid.NewGuid();
        var value = Cipher.Seal("rahasia", "a.b", row)!;
        for (var i = 0; i < value.Length; i++)
        {
            var changed = (byte[])value.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(changed, "a.b", row));
        }
    }

    [Fact]
    public async Task Rotation_seals_again_and_everything_still_opens()
    {
        var id = new PersonId(Guid.CreateVersion7());
        await server.Services.GetRequiredService<GroupCommit>().Write([server.Services.CreateScope().ServiceProvider.GetRequiredService<IPersons>()
            .NewRow(id, new PersonFacts { Name = "Aluh", Nik = "6311020101700000" }, DateTime.UtcNow)], CancellationToken.None);
        server.Services.GetRequiredService<KeyRing>().Rotate();

        var again = await server.Within(s => s.GetRequiredService<KeyRotation>().SealAgain(CancellationToken.None));
        var person = await server.Within(s => s.GetRequiredService<IPersons>().Find(id, CancellationToken.None));

        Assert.True(again >= 1);
        Assert.Equal("6311020101700000", person!.Facts.Nik);
        Assert.Equal(0, await server.Within(s => s.GetRequiredService<KeyRotation>().SealAgain(CancellationToken.None)));
    }

    [Fact]
    public async Task Files_lie_sealed_and_once()
    {
        var store = server.Services.GetRequiredService<IFileStore>();
        var content = System.Text.Encoding.UTF8.GetBytes("foto rumah KENARI-7781");

        var first = await store.Put(content, "image/jpeg", "a.jpg", CancellationToken.None);
        var second = await store.Put(content, "image/jpeg", "b.jpg", CancellationToken.None);

        Assert.Equal(first.Key, second.Key);
        Assert.Equal(content, await store.Get(first, CancellationToken.None));
        var files = Directory.GetFiles(Path.Combine(server.DataFolder, "files"), "*", SearchOption.AllDirectories);
        Assert.Single(files, f => f.EndsWith(first.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => File.ReadAllText(f).Contains("KENARI-7781", StringComparison.Ordinal));
    }
}
