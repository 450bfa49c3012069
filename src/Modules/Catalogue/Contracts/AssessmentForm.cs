namespace Layar.Catalogue.Contracts;

/// <summary>The form of a home visit. A visit keeps the version with which it began.</summary>
public sealed record AssessmentForm
{
    public required int Version { get; init; }
    public required LocalText Title { get; init; }
    public required IReadOnlyList<QuestionGroup> Groups { get; init; }
    public required IReadOnlyList<ScoreDefinition> Scores { get; init; }
    public required Validity Validity { get; init; }

    public IEnumerable<Question> Questions => Groups.SelectMany(g => g.Questions);
}

public sealed record QuestionGroup(string Code, LocalText Title, LocalText Hint, IReadOnlyList<Question> Questions);

public sealed record Question
{
    public required string Code { get; init; }
    public required QuestionType Type { get; init; }
    public required LocalText Text { get; init; }
    public required LocalText? Hint { get; init; }
    public required bool Required { get; init; }

    /// <summary>For choice, multi and yes-no; empty otherwise.</summary>
    public required IReadOnlyList<AnswerOption> Options { get; init; }

    /// <summary>Smallest number, or smallest count of photos.</summary>
    public required decimal? Minimum { get; init; }

    /// <summary>Greatest number, greatest length of text, or greatest count of photos.</summary>
    public required decimal? Maximum { get; init; }

    public required int Decimals { get; init; }
    public required LocalText? Unit { get; init; }

    /// <summary>All must hold; none means always visible.</summary>
    public required IReadOnlyList<Condition> VisibleIf { get; init; }

    /// <summary>Letter a to h of Kepmensos 262/HUK/2022, or 0 for its first rule.</summary>
    public required string? Criterion { get; init; }
}

public enum QuestionType { Choice, Multi, Number, YesNo, Text, Photo }

public sealed record AnswerOption(string Code, LocalText Text);

/// <summary>Holds when the other question is visible and one of its answers is among these.</summary>
public sealed record Condition(string Question, IReadOnlyList<string> Is);

public sealed record ScoreDefinition
{
    public required string Code { get; init; }
    public required LocalText Title { get; init; }

    /// <summary>What the score is not: a decile, a decision.</summary>
    public required LocalText Caution { get; init; }

    public required IReadOnlyList<ScoreItem> Items { get; init; }

    /// <summary>From the highest floor down; the first that the value reaches.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }

    /// <summary>An answer that settles the matter whatever the sum.</summary>
    public required ScoreOverride? Override { get; init; }
}

/// <summary>Points by answer; an answer without points counts nothing.</summary>
public sealed record ScoreItem(string Question, LocalText Text, IReadOnlyDictionary<string, int> Points);

public sealed record ScoreBand(int From, LocalText Text);

public sealed record ScoreOverride(string Question, IReadOnlyList<string> Is, LocalText Text);
