namespace Layar.Areas.Contracts;

/// <param name="Added">areas that were not in the list</param>
/// <param name="Renamed">areas whose name or kind changed; the old name stays as alias</param>
/// <param name="Ended">areas that are no longer in the file</param>
/// <param name="Unchanged">areas as they were</param>
/// <param name="Faults">what is wrong with the file, each with its line; then nothing was written</param>
public sealed record AreaImportResult(int Added, int Renamed, int Ended, int Unchanged, IReadOnlyList<string> Faults)
{
    public int Changes => Added + Renamed + Ended;
}
