using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Versions.History;

/// <summary>Words and colours of a version.</summary>
internal static class VersionFace
{
    public static string Name(VersionState state) => $"catalogue.version.state.{state}";

    public static string Tone(VersionState state) => state switch { VersionState.Draft => "amber", VersionState.Active => "teal", _ => "grey" };
}
