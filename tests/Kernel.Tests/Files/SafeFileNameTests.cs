using FsCheck;
using FsCheck.Fluent;
using Layar.Kernel.Files;

namespace Layar.Kernel.Tests.Files;

[Trait("Kind", "rule")]
public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("Foto rumah (1).JPG", "Foto-rumah-1.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\Users\\a\\surat.exe", "surat.jpg")]
    [InlineData("con.jpg", "berkas.jpg")]
    [InlineData("LPT1", "berkas.jpg")]
    [InlineData(".htaccess", "htaccess.jpg")]
    [InlineData("foto\u202Egpj.exe", "foto-gpj.jpg")]
    [InlineData("Ju'uh café", "Ju-uh-cafe.jpg")]
    [InlineData("\uD83D\uDE00", "berkas.jpg")]
    [InlineData(null, "berkas.jpg")]
    public void A_name_becomes_harmless(string? proposed, string safe) => Assert.Equal(safe, SafeFileName.For(proposed, FileKind.Jpeg));

    [Fact]
    public void Any_text_becomes_a_plain_name() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            System.Text.RegularExpressions.Regex.IsMatch(SafeFileName.For(text, FileKind.Pdf), @"^[A-Za-z0-9_-]{1,80}\.pdf$")).QuickCheckThrowOnFailure();
}
