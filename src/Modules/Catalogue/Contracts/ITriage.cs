namespace Layar.Catalogue.Contracts;

/// <summary>Reads a story for known words and suggests; a person decides.</summary>
public interface ITriage
{
    TriageSuggestion Suggest(string? story, DateOnly day);
}

/// <summary>Every suggestion carries the words of the story that led to it.</summary>
public sealed record TriageSuggestion
{
    public required bool Emergency { get; init; }
    public required IReadOnlyList<string> EmergencyWords { get; init; }
    public required Nature Nature { get; init; }

    /// <summary>At most three, best first; codes of problems.json.</summary>
    public required IReadOnlyList<Suggested> Problems { get; init; }
    public required IReadOnlyList<Suggested> Services { get; init; }
    public required IReadOnlyList<Suggested> Agencies { get; init; }
}

public sealed record Suggested(string Code, int Score, IReadOnlyList<string> Words);
