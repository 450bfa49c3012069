using System.Security.Cryptography;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Secrets;

[Trait("Kind", "slice")]
[Collection(nameof(KernelServer))]
public sealed class SecretsTests(KernelServer server) : IDisposable
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
    public void Programs_that_share_a_ring_open_what_a_new_key_of_another_one_sealed()
    {
        var place = Ring();
        var (here, there, row) = (KeyRing.OpenOrCreate(place), KeyRing.Open(place), Guid.NewGuid());
        var old = new FieldCipher(here).Seal("lama", "a.b", row);
        Assert.Equal((2, 3), (there.Rotate(), here.Rotate()));

        var fresh = new FieldCipher(here).Seal("baru", "a.b", row)!;
        Assert.Equal(3, FieldCipher.KeyOf(fresh));
        Assert.Equal(("lama", "baru"), (new FieldCipher(there).Open(old, "a.b", row), new FieldCipher(there).Open(fresh, "a.b", row)));
        Assert.Equal(here.BlindIndex("nik", "1"), there.BlindIndex("nik", "1"));
        fresh[4] = 99;
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(there).OpenBytes(fresh, "a.b", row));
    }

    [Fact]
    public async Task Two_programs_that_rotate_at_once_lose_no_key()
    {
        var place = Ring();
        var rings = Enumerable.Range(0, 4).Select(_ => KeyRing.OpenOrCreate(place)).ToList();
        var row = Guid.NewGuid();
        var kept = await Task.WhenAll(rings.Select(ring => Task.Run(() => (Number: ring.Rotate(), Value: new FieldCipher(ring).Seal("rahasia", "a.b", row)))));
        Assert.Equal([2, 3, 4, 5], kept.Select(k => k.Number).Order());
        var after = new FieldCipher(KeyRing.Open(place));
        Assert.All(kept, k => Assert.Equal("rahasia", after.Open(k.Value, "a.b", row)));
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData(null)]
    public void A_ring_that_is_broken_or_of_another_installation_is_not_taken_up(string? text)
    {
        var (place, row) = (Ring(), Guid.NewGuid());
        var ring = KeyRing.OpenOrCreate(place);
        var value = new FieldCipher(ring).Seal("rahasia", "a.b", row)!;
        if (text is null) KeyRing.OpenOrCreate(Ring("other")).Rotate();
        File.WriteAllText(place, text ?? File.ReadAllText(Ring("other")));

        var unknown = (byte[])value.Clone();
        unknown[4] = 2;
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(ring).OpenBytes(unknown, "a.b", row));
        Assert.Equal((1, "rahasia"), (ring.Current, new FieldCipher(ring).Open(value, "a.b", row)));
    }

    private readonly string rings = Directory.CreateTempSubdirectory("layar-ring-test-").FullName;

    private string Ring(string name = "keyring") => Path.Combine(rings, name + ".json");

    public void Dispose() => Directory.Delete(rings, recursive: true);

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
