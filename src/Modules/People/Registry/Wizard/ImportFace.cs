using System.Text.Json;
using Layar.Kernel.Scheduling;
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

    /// <summary>By bytes: how many rows a file has is known at its end only.</summary>
    public static Progress Reading(RegistryImport import, DateTime now) => Progress.Of((double)import.BytesDone / import.BytesTotal, import.RowsDone, import.StartedAt, now);

    public static string Cause(string cause) => "people.registry.problem." + cause;

    /// <summary>The sentence that says why an import failed; null when it did not.</summary>
    public static string? Fault(RegistryImport import, TextCatalogue texts) =>
        import.Fault is { } key ? texts[key, [.. JsonSerializer.Deserialize<string?[]>(import.FaultValues ?? "[]")!]] : null;
}
