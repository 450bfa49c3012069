using System.Globalization;
using Layar.Host.CommandLine;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.Testing;
using Layar.Testing.Invented;

namespace Layar.Host.Tests.Contract;

/// <summary><c>import-dtsen</c> as a person in the terminal meets it.</summary>
[Trait("Kind", "contract")]
public sealed class ImportDtsenTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-import-").FullName;
    private string db = "";

    public async ValueTask InitializeAsync()
    {
        db = await TestDatabase.Create(folder);
        Assert.Equal(0, (await Terminal.Run("migrate", "--new-keys", "--data", folder, "--db", db)).Code);
    }

    [Fact]
    public async Task A_release_is_tried_committed_once_and_taken_back()
    {
        var release = new InventedRelease(300);
        var persons = InventedRelease.Csv(Path.Combine(folder, "individu_2025-06-30.csv"), InventedRelease.PersonHeader, release.PersonRows().Select((r, i) => i == 9 ? ["6,31E+15", .. r[1..]] : r));
        var families = InventedRelease.Csv(Path.Combine(folder, "keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows());

        var tried = await Import(persons, families);
        Assert.Equal(0, tried.Code);
        Assert.Contains("DTSEN per 30 Juni 2025", tried.Output);
        Assert.Contains($"299 orang (0 tanpa NIK), {release.Families} keluarga, 1 baris karantina", tried.Output);
        Assert.Contains("NIK diubah Excel menjadi bentuk seperti 6,31E+15 · Karantina (A11)", tried.Output);

        var committed = await Import(persons, families, "--commit");
        Assert.Equal(0, committed.Code);
        var id = committed.Output.Split("--undo ")[1].Trim();
        var again = await Import(persons, families, "--commit");
        Assert.Equal(0, again.Code);
        Assert.Contains("Tidak ada baris baru", again.Output);

        var undone = await Terminal.Run("import-dtsen", "--undo", id, "--data", folder, "--db", db);
        Assert.Equal(0, undone.Code);
        Assert.Contains("ditarik kembali", undone.Output);
        Assert.Equal(1, (await Terminal.Run("import-dtsen", "--undo", id, "--data", folder, "--db", db)).Code);
        Assert.Equal(0, (await Terminal.Run("verify-audit", "--data", folder, "--db", db)).Code);
    }

    [Fact]
    public async Task What_cannot_be_read_and_what_cannot_be_meant_have_codes_of_their_own()
    {
        var locked = Path.Combine(folder, "kunci.xlsx");
        await File.WriteAllBytesAsync(locked, [0xD0, 0xCF, 0x11, 0xE0, .. System.Text.Encoding.Unicode.GetBytes("  EncryptedPackage")]);
        var refused = await Import(locked);
        Assert.Equal(1, refused.Code);
        Assert.Contains("dikunci kata sandi", refused.Said);
        Assert.Equal(2, (await Terminal.Run("import-dtsen")).Code);
        Assert.Equal(2, (await Import(locked, "--registry", "lain")).Code);
        Assert.Equal(2, (await Import("--undo", "bukan-id")).Code);
        Assert.Equal(3, (await Import(Path.Combine(folder, "tidak-ada.csv"))).Code);
    }

    [Fact]
    public void The_line_in_the_terminal_shows_how_far_how_fast_and_how_long_still()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo("id-ID"), CultureInfo.GetCultureInfo("id-ID"));
        var texts = new TextCatalogue([typeof(TextCatalogue).Assembly, typeof(IRegistry).Assembly]);
        Assert.Equal("[#####...............] 25% · 50.000 baris · 12.500 baris/detik · sisa 2 mnt 5 dtk", ProgressLine.Line(new Progress(0.25, 50_000, 12_500, TimeSpan.FromSeconds(125)), texts));
        Assert.EndsWith("sisa …", ProgressLine.Line(new Progress(0, 0, 0, null), texts), StringComparison.Ordinal);
    }

    private Task<TerminalRun> Import(params string[] words) => Terminal.Run(["import-dtsen", .. words, "--data", folder, "--db", db]);

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.Drop(db);
        Directory.Delete(folder, recursive: true);
    }
}
