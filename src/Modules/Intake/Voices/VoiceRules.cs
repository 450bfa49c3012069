using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Voices;

/// <summary>Takes a recording by its content, without author, place, time and device in it.</summary>
internal static class VoiceRules
{
    /// <summary>The phone records at most a minute in 120 KB; another app may have recorded better and longer.</summary>
    public const int Largest = 2 * 1024 * 1024;

    public static readonly Refusal TooLarge = new("intake.error.voice-size", null, Largest / 1024 / 1024);

    public static async Task<Outcome<CleanVoice>> Clean(IFormFile file, CancellationToken stop)
    {
        if (file.Length > Largest) return TooLarge;
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        return Clean(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    public static Outcome<CleanVoice> Clean(ReadOnlySpan<byte> bytes) => bytes.Length > Largest ? TooLarge
        : VoiceContent.Clean(bytes).Match<Outcome<CleanVoice>>(voice => voice, why => new Refusal(InOurWords(why.Code)));

    private static string InOurWords(string code) => code switch
    {
        "kernel.voice.video" => "intake.error.voice-video",
        "kernel.voice.damaged" => "intake.error.voice-damaged",
        _ => "intake.error.voice-type",
    };

    public static int? Seconds(this CleanVoice voice) => voice.Length is { } length ? (int)Math.Ceiling(length.TotalSeconds) : null;
}
