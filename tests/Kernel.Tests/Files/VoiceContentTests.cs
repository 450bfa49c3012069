using System.Text;
using Layar.Kernel.Files;
using Layar.Testing.Invented;

namespace Layar.Kernel.Tests.Files;

[Trait("Kind", "rule")]
public sealed class VoiceContentTests
{
    public static TheoryData<string, VoiceKind, double> Recordings => new() { { "webm", VoiceKind.WebM, 2.98 }, { "ogg", VoiceKind.Ogg, 2 }, { "m4a", VoiceKind.Mp4, 4 } };

    private static byte[] Bytes(string kind) => kind switch { "webm" => Recording.WebM(), "ogg" => Recording.Ogg(), _ => Recording.M4a() };

    [Theory, MemberData(nameof(Recordings))]
    public void A_recording_is_known_by_its_content_and_says_how_long_it_is(string name, VoiceKind kind, double seconds)
    {
        var voice = Clean(Bytes(name));
        Assert.Equal((kind, seconds), (voice.Kind, Math.Round(voice.Length!.Value.TotalSeconds, 2)));
    }

    [Theory, MemberData(nameof(Recordings))]
    public void Names_places_and_times_in_a_recording_are_gone_and_cleaning_again_changes_nothing(string name, VoiceKind kind, double seconds)
    {
        var bytes = Bytes(name);
        Assert.Contains(Recording.Canary, Encoding.UTF8.GetString(bytes));
        var clean = Clean(bytes);
        Assert.DoesNotContain("Contoh", Encoding.UTF8.GetString(clean.Bytes));
        Assert.Equal(kind, clean.Kind);
        Assert.Equal(seconds, Math.Round(clean.Length!.Value.TotalSeconds, 2));
        Assert.Equal(clean.Bytes, Clean(clean.Bytes).Bytes);
        if (kind == VoiceKind.Mp4) Assert.Equal(-1, clean.Bytes.AsSpan().IndexOf((byte)0xE1));
    }

    [Theory, MemberData(nameof(Recordings))]
    public void A_recording_that_is_cut_off_or_spoilt_anywhere_never_throws(string name, VoiceKind kind, double seconds)
    {
        var (bytes, dice) = (Bytes(name), new Random(name.Length));
        for (var length = 0; length < bytes.Length; length++) VoiceContent.Clean(bytes.AsSpan(0, length));
        for (var round = 0; round < 4000; round++)
        {
            var spoilt = bytes.ToArray();
            for (var i = dice.Next(1, 5); i > 0; i--) spoilt[dice.Next(spoilt.Length)] = (byte)dice.Next(256);
            VoiceContent.Clean(spoilt);
        }
        Assert.Equal((kind, seconds), (Clean(bytes).Kind, Math.Round(Clean(bytes).Length!.Value.TotalSeconds, 2)));
    }

    [Fact]
    public void What_a_browser_records_stays_as_it_is()
    {
        var bytes = Recording.Plain();
        Assert.Equal(bytes, Clean(bytes).Bytes);
    }

    [Fact]
    public void A_recorder_that_is_no_browser_loses_its_name() =>
        Assert.DoesNotContain("SM-A035F", Encoding.ASCII.GetString(Clean(Recording.WebM(app: "Recorder SM-A035F")).Bytes));

    [Fact]
    public void Pictures_beside_the_sound_are_refused()
    {
        Assert.Equal("kernel.voice.video", VoiceContent.Clean(Recording.WebM(picture: true)).Refusal!.Code);
        Assert.Equal("kernel.voice.video", VoiceContent.Clean(Recording.M4a(kind: "vide")).Refusal!.Code);
    }

    [Theory]
    [InlineData("ID3\u0003\0\0\0\0\0\0 song"), InlineData("#!AMR\nxxxx"), InlineData("RIFF\0\0\0\0WAVEfmt "), InlineData("MZ"), InlineData("")]
    public void What_cannot_be_cleaned_is_refused(string content) =>
        Assert.Equal("kernel.voice.kind", VoiceContent.Clean(Encoding.Latin1.GetBytes(content)).Refusal!.Code);

    [Fact]
    public void A_codec_that_no_browser_plays_is_refused() => Assert.Equal("kernel.voice.kind", VoiceContent.Clean(Recording.M4a(codec: "samr")).Refusal!.Code);

    [Fact]
    public void A_recording_that_stops_in_the_middle_is_damaged()
    {
        foreach (var name in (string[])["webm", "ogg", "m4a"]) Assert.Equal("kernel.voice.damaged", VoiceContent.Clean(Bytes(name).AsSpan(..^30)).Refusal!.Code);
    }

    private static CleanVoice Clean(byte[] bytes) => VoiceContent.Clean(bytes).Match(v => v, why => throw new InvalidOperationException(why.Code));
}
