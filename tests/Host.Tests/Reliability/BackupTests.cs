using Layar.Kernel.Data;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>Backup, loss of everything, restore; on the database under test, with the real program.</summary>
[Trait("Kind", "slice")]
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-backup-test-").FullName;
    private string source = "";
    private string target = "";

    private string Old => Path.Combine(folder, "old");

    private string Fresh => Path.Combine(folder, "fresh");

    private string Backup => Path.Combine(folder, "layar.backup");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Old);
        Directory.CreateDirectory(Path.Combine(Fresh, "keys"));
        source = await TestDatabase.Create(Old);
        target = await TestDatabase.Create(Fresh);
    }

    [Fact]
    public async Task Thousand_cases_come_back_row_for_row_and_their_acts_verify()
    {
        await Good("demo", "--cases", "1000", "--only-data", "true", "--data", Old, "--db", source);
        var made = await Good("backup", Backup, "--data", Old, "--db", source);
        Assert.Contains("Keep the key ring apart", made, StringComparison.Ordinal);
        Assert.Contains("The backup is whole", await Good("verify-backup", Backup, "--data", Old, "--db", source), StringComparison.Ordinal);

        var without = await Terminal.Run("restore", Backup, "--data", Fresh, "--db", target);
        Assert.Equal(3, without.Code);
        Assert.Contains("Put the key ring", without.Said, StringComparison.Ordinal);
        File.Copy(Path.Combine(Old, "keys", "keyring.json"), Path.Combine(Fresh, "keys", "keyring.json"));
        Assert.Contains("restored and compared", await Good("restore", Backup, "--data", Fresh, "--db", target), StringComparison.Ordinal);
        await Good("verify-audit", "--data", Fresh, "--db", target);

        var twice = await Terminal.Run("restore", Backup, "--data", Fresh, "--db", target);
        Assert.Equal(1, twice.Code);
        Assert.Contains("not empty", twice.Said, StringComparison.Ordinal);
        var again = await Terminal.Run("backup", Backup, "--data", Old, "--db", source);
        Assert.Equal(3, again.Code);
        Assert.Contains("exists already", again.Said, StringComparison.Ordinal);
        await DamagedNeverOpens();
    }

    private async Task DamagedNeverOpens()
    {
        var whole = await File.ReadAllBytesAsync(Backup);
        var other = DatabaseKind.Sqlite == TestDatabase.Kind ? $"sqlite:{Path.Combine(folder, "damaged.db")}" : source;
        foreach (var damage in new Func<byte[], byte[]>[]
        {
            bytes => [.. bytes[..(bytes.Length / 2)]],
            bytes => [.. bytes[..^10_000]],
            bytes => Changed(bytes, bytes.Length / 2),
            bytes => Changed(bytes, 12),
            bytes => Changed(bytes, 2),
            _ => [],
        })
        {
            var path = Path.Combine(folder, $"{Guid.NewGuid():N}.backup");
            await File.WriteAllBytesAsync(path, damage(whole));
            var run = await Terminal.Run("verify-backup", path, "--data", Old, "--db", other);
            Assert.True(run.Code == 1, run.Said);
            Assert.DoesNotContain("   at ", run.Said, StringComparison.Ordinal);
        }
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        var changed = (byte[])bytes.Clone();
        changed[at] ^= 1;
        return changed;
    }

    private static async Task<string> Good(params string[] words)
    {
        var run = await Terminal.Run(words);
        Assert.True(run.Code == 0, $"{words[0]} ended with {run.Code}: {run.Said}");
        return run.Said;
    }

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.Drop(source);
        await TestDatabase.Drop(target);
        Directory.Delete(folder, recursive: true);
    }
}
