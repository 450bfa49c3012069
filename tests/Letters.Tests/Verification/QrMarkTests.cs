using System.Text.Json;
using Layar.Letters.Contracts;
using Layar.Letters.Sealing;
using Layar.Letters.Verification;

namespace Layar.Letters.Tests.Verification;

[Trait("Kind", "rule")]
public sealed class QrMarkTests(Press press)
{
    private static readonly QrMark Mark = new(SampleLetters.Code, "400.9/0127/DINSOS-BLG/2026", new(2026, 11, 27), LetterKind.Recommendation, new string('a', 64));

    [Fact]
    public void A_signed_mark_reads_back()
    {
        var text = Mark.Sign(SampleLetters.Site, press.Keys.Current);
        Assert.InRange(text.Length, 100, 260);
        Assert.StartsWith("https://layar.contoh.go.id/v/R7K2PM4D#", text);
        Assert.Equal(Mark with { Fingerprint = new string('a', 32) }, QrMark.Verify(text, press.Keys.All));
    }

    [Fact]
    public void Another_letter_behind_the_same_signature_is_refused()
    {
        var text = Mark.Sign(SampleLetters.Site, press.Keys.Current);
        Assert.Null(QrMark.Verify(text.Replace("R7K2PM4D", "R7K2PM4E"), press.Keys.All));
        for (var at = text.IndexOf('#'); at < text.Length; at++)
        {
            var other = text[..at] + (text[at] == 'B' ? 'C' : 'B') + text[(at + 1)..];
            // The last symbol of base64url carries spare bits; a text that decodes differently must still fail.
            if (at != text.Length - 1) Assert.Null(QrMark.Verify(other, press.Keys.All));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://layar.contoh.go.id/v/R7K2PM4D")]
    [InlineData("https://layar.contoh.go.id/v/R7K2PM4D#.")]
    [InlineData("https://layar.contoh.go.id/v/R7K2PM4D#a.b.c")]
    [InlineData("https://layar.contoh.go.id/v/O0K2PM4D#YQ.YQ")]
    public void What_is_no_mark_is_refused(string? text) => Assert.Null(QrMark.Verify(text, press.Keys.All));

    [Fact]
    public void Another_office_is_refused()
    {
        using var other = OfficeKey.Create("Lain", DateTimeOffset.UtcNow);
        Assert.Null(QrMark.Verify(Mark.Sign(SampleLetters.Site, other), press.Keys.All));
    }

    [Fact]
    public void Codes_are_random_readable_and_forgiving()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => VerifyCode.New()).ToList();
        Assert.Equal(500, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, VerifyCode.Read(VerifyCode.Show(code).ToLowerInvariant())));
        Assert.Null(VerifyCode.Read("R7K2-PM4O"));
        Assert.Null(VerifyCode.Read("R7K2"));
    }

    [Fact]
    public void The_browser_module_agrees()
    {
        var module = Path.Combine(AppContext.BaseDirectory, "verify-offline.mjs");
        var text = Mark.Sign(SampleLetters.Site, press.Keys.Current);
        var keys = JsonSerializer.Serialize(new { keys = press.Keys.All.Select(k => k.Jwk()) }, JsonSerializerOptions.Web);
        var script = $$"""
            const { verifyMark } = await import({{JsonSerializer.Serialize("file://" + module)}});
            const keys = {{keys}}, text = {{JsonSerializer.Serialize(text)}};
            const good = await verifyMark(text, keys), bad = await verifyMark(text.replace('R7K2PM4D', 'R7K2PM4E'), keys);
            console.log(good.number, good.date, good.kind, good.code, bad);
            """;
        Assert.StartsWith("400.9/0127/DINSOS-BLG/2026 20261127 1 R7K2PM4D null", Tool.Run("nodejs", "node", "--input-type=module", "-e", script));
    }
}
