namespace Layar.Catalogue.Contracts;

/// <summary>Section <c>Catalogue</c> of the configuration.</summary>
public sealed record CatalogueSettings
{
    /// <summary>Which instance this installation is: <c>63.11</c> or <c>63.72</c>, or one that the directory brings.</summary>
    public string Area { get; init; } = "63.11";

    /// <summary>A file here takes the place of the shipped file of the same relative path, as <c>instances/63.11/officials.json</c>.</summary>
    public string? Directory { get; init; }
}

/// <summary>The data files do not hold together. Each fault names file, entry and field.</summary>
public sealed class CatalogueDataException(IReadOnlyList<string> faults)
    : Exception($"{faults.Count} fault(s) in the catalogue data:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
