namespace Layar.Catalogue.Contracts;

/// <summary>What a set of answers amounts to under one form.</summary>
public sealed record AssessmentResult(
    IReadOnlyList<string> Visible, IReadOnlyList<AnswerFault> Faults, IReadOnlyList<string> Ignored, IReadOnlyList<AssessmentScore> Scores)
{
    public bool Valid => Faults.Count == 0;
}

/// <summary><paramref name="TextKey"/> is a key of the text catalogue, <paramref name="Values"/> fill its placeholders.</summary>
public sealed record AnswerFault(string Question, string TextKey, params object[] Values);

public sealed record AssessmentScore
{
    public required ScoreDefinition Definition { get; init; }
    public required int Value { get; init; }
    public required int Maximum { get; init; }
    public required IReadOnlyList<ScoreLine> Lines { get; init; }

    /// <summary>Questions of the score that were asked and not answered: the value may still rise.</summary>
    public required IReadOnlyList<string> Unanswered { get; init; }

    public required LocalText? Band { get; init; }

    /// <summary>Set when one answer settles the matter (Kepmensos 262/HUK/2022, first rule).</summary>
    public required LocalText? Settled { get; init; }

    /// <summary>False when nothing of it was asked, as the ADL of a healthy adult.</summary>
    public bool Asked => Lines.Count + Unanswered.Count > 0;
}

/// <summary>One line of the explanation: which answer gave how many points.</summary>
public sealed record ScoreLine(string Question, LocalText Text, string Answer, int Points);
