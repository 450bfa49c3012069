using System.Text.Json;
using Layar.Kernel.Texts;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.Wizard;

/// <summary>Words and colours of an import on pages and in the terminal.</summary>
internal static class ImportFace
{
    public static string Name(ImportState state) => "people.registry.state." + state.ToString().ToLowerInvariant();

    public static string Tone(ImportState state) => state switch
    {
        ImportState.Committed => "teal",
        ImportState.Tried => "amber",
        ImportState.Failed => "red",
        ImportState.Waiting or ImportState.Reading => "blue",
        _ => "grey",
    };

    public static string Cause(string cause) => "people.registry.problem." + cause;

    /// <summary>The sentence that says why an import failed; null when it did not.</summary>
    public static string? Fault(RegistryImport import, TextCatalogue texts) =>
        import.Fault is { } key ? texts[key, [.. JsonSerializer.Deserialize<string?[]>(import.FaultValues ?? "[]")!]] : null;
}

/// <summary>How far the reading is.</summary>
/// <param name="Share">0 to 1</param>
/// <param name="PerSecond">rows</param>
internal sealed record ReadingProgress(double Share, int Rows, double PerSecond, TimeSpan? Left)
{
    public static ReadingProgress Of(RegistryImport import, DateTime now)
    {
        var share = import.BytesTotal == 0 ? 0 : Math.Clamp((double)import.BytesDone / import.BytesTotal, 0, 1);
        var time = import.StartedAt is { } started ? now - started : TimeSpan.Zero;
        var rate = time.TotalSeconds < 0.5 ? 0 : import.RowsDone / time.TotalSeconds;
        return new ReadingProgress(share, import.RowsDone, rate, share > 0.01 ? time * ((1 - share) / share) : null);
    }

    public int Percent => (int)(Share * 100);

    public string? LeftText => Left is { } left ? left.TotalMinutes >= 1 ? $"{(int)left.TotalMinutes} mnt {left.Seconds} dtk" : $"{(int)Math.Ceiling(left.TotalSeconds)} dtk" : null;
}
