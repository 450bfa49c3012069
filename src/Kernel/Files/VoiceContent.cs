using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>What a recording is by its content; its name and the type a browser claims are never asked.</summary>
public enum VoiceKind
{
    Ogg,
    WebM,
    Mp4,
}

/// <summary>A recording with nothing in it but the sound.</summary>
/// <param name="Length">null when the container does not say it</param>
public sealed record CleanVoice(VoiceKind Kind, TimeSpan? Length, byte[] Bytes)
{
    public string Extension => Kind switch { VoiceKind.Ogg => ".ogg", VoiceKind.WebM => ".webm", _ => ".m4a" };

    public string MediaType => Kind switch { VoiceKind.Ogg => "audio/ogg", VoiceKind.WebM => "audio/webm", _ => "audio/mp4" };
}

/// <summary>
/// Takes a recording apart and keeps what a player needs: author, place, time, device, comments, pictures and names of files are gone. Sound
/// is not touched. Never throws, whatever the bytes hold.
/// </summary>
public static class VoiceContent
{
    public static readonly Refusal Unknown = new("kernel.voice.kind");
    public static readonly Refusal Video = new("kernel.voice.video");
    public static readonly Refusal Damaged = new("kernel.voice.damaged");

    /// <summary>
    /// Refused with <c>kernel.voice.kind</c> (no Opus in Ogg or WebM and no AAC or Opus in MP4), <c>kernel.voice.video</c> (pictures beside the
    /// sound) or <c>kernel.voice.damaged</c> (cut off, or it contradicts its format).
    /// </summary>
    public static Outcome<CleanVoice> Clean(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("OggS"u8)) return OggVoice.Clean(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return new WebMVoice(bytes.ToArray()).Clean();
        return bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) ? new Mp4Voice(bytes.ToArray()).Clean() : Unknown;
    }
}
