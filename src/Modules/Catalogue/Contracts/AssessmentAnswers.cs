using System.Globalization;

namespace Layar.Catalogue.Contracts;

/// <summary>Checks and scores the answers of a home visit. Pure: same form and answers, same result; never throws on answers.</summary>
public static class AssessmentAnswers
{
    public static AssessmentResult Check(AssessmentForm form, IReadOnlyDictionary<string, string[]> answers)
    {
        var given = answers.ToDictionary(a => a.Key, a => Clean(a.Value), StringComparer.Ordinal);
        var visible = VisibleOf(form, given);
        var faults = new List<AnswerFault>();
        foreach (var question in form.Questions.Where(q => visible.Contains(q.Code)))
            if (FaultOf(question, given.GetValueOrDefault(question.Code) ?? []) is { } fault) faults.Add(fault);

        var known = form.Questions.Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(given.Keys.Where(k => !known.Contains(k)).Select(k => new AnswerFault(k, "catalogue.answer.unknown-question")));
        var wrong = faults.Select(f => f.Question).ToHashSet(StringComparer.Ordinal);
        var counted = given.Where(g => visible.Contains(g.Key) && !wrong.Contains(g.Key) && g.Value.Length > 0)
            .ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        return new(
            [.. form.Questions.Where(q => visible.Contains(q.Code)).Select(q => q.Code)], faults,
            [.. given.Keys.Where(k => known.Contains(k) && !visible.Contains(k))],
            [.. form.Scores.Select(s => Score(s, visible, counted))]);
    }

    /// <summary>Reads a number as people type it here: decimal comma or point, no thousands separator.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string[] Clean(string[]? values) =>
        [.. (values ?? []).Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v.Trim()).Distinct(StringComparer.Ordinal)];

    private static HashSet<string> VisibleOf(AssessmentForm form, Dictionary<string, string[]> answers)
    {
        // The loader lets a condition name only an earlier question, so one pass is enough.
        var visible = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
            if (question.VisibleIf.All(c => visible.Contains(c.Question) && c.Is.Intersect(answers.GetValueOrDefault(c.Question) ?? []).Any()))
                visible.Add(question.Code);
        return visible;
    }

    private static AnswerFault? FaultOf(Question question, string[] values)
    {
        AnswerFault Fault(string key, params object[] arguments) => new(question.Code, $"catalogue.answer.{key}", arguments);
        if (values.Length == 0) return question.Required ? Fault(question.Type == QuestionType.Photo ? "photo-missing" : "missing") : null;
        if (question.Type is not (QuestionType.Multi or QuestionType.Photo) && values.Length > 1) return Fault("only-one");
        switch (question.Type)
        {
            case QuestionType.Choice or QuestionType.Multi or QuestionType.YesNo:
                return values.All(v => question.Options.Any(o => o.Code == v)) ? null : Fault("not-an-option");
            case QuestionType.Number:
                if (!TryNumber(values[0], out var number)) return Fault("not-a-number");
                if (decimal.Round(number, question.Decimals) != number) return Fault(question.Decimals == 0 ? "not-whole" : "too-precise", question.Decimals);
                if (question.Minimum is { } least && number < least) return Fault("too-small", least);
                return question.Maximum is { } most && number > most ? Fault("too-large", most) : null;
            case QuestionType.Text:
                return question.Maximum is { } length && values[0].Length > length ? Fault("too-long", length) : null;
            default:
                if (question.Minimum is { } fewest && values.Length < fewest) return Fault("photo-few", fewest);
                return question.Maximum is { } count && values.Length > count ? Fault("photo-many", count) : null;
        }
    }

    private static AssessmentScore Score(ScoreDefinition score, HashSet<string> visible, Dictionary<string, string[]> answers)
    {
        var asked = score.Items.Where(i => visible.Contains(i.Question)).ToList();
        var lines = new List<ScoreLine>();
        foreach (var item in asked)
            foreach (var answer in answers.GetValueOrDefault(item.Question) ?? [])
                lines.Add(new(item.Question, item.Text, answer, item.Points.GetValueOrDefault(answer)));
        var value = lines.Sum(l => l.Points);
        var settled = score.Override is { } rule && answers.TryGetValue(rule.Question, out var given) && given.Any(rule.Is.Contains) ? rule.Text : null;
        return new()
        {
            Definition = score,
            Value = value,
            Maximum = asked.Sum(i => i.Points.Values.DefaultIfEmpty(0).Max()),
            Lines = lines,
            Unanswered = [.. asked.Select(i => i.Question).Where(q => !answers.ContainsKey(q))],
            Band = lines.Count == 0 ? null : score.Bands.FirstOrDefault(b => value >= b.From)?.Text,
            Settled = settled,
        };
    }
}
