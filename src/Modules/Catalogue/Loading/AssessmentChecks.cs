using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Loading;

/// <summary>What one question says about another: the other exists, stands earlier, has that answer, and no circle arises.</summary>
internal static class AssessmentChecks
{
    public static void Check(Entry e, AssessmentForm form)
    {
        var order = form.Questions.Select(q => q.Code).ToList();
        foreach (var twice in order.GroupBy(c => c).Where(g => g.Count() > 1)) e.Fault($"question {twice.Key}", "stands twice");
        foreach (var twice in form.Groups.GroupBy(g => g.Code).Where(g => g.Count() > 1)) e.Fault($"group {twice.Key}", "stands twice");
        var byCode = form.Questions.DistinctBy(q => q.Code).ToDictionary(q => q.Code, StringComparer.Ordinal);

        foreach (var question in byCode.Values)
        {
            var field = $"question {question.Code}.visibleIf";
            foreach (var condition in question.VisibleIf) Refers(e, field, byCode, condition.Question, condition.Is);
            if (CircleFrom(question.Code, byCode) is { } circle) e.Fault(field, $"circular: {string.Join(" → ", circle)}");
            else if (question.VisibleIf.Any(c => order.IndexOf(c.Question) >= order.IndexOf(question.Code)))
                e.Fault(field, "names a question that stands later");
        }

        foreach (var score in form.Scores)
        {
            foreach (var item in score.Items) Refers(e, $"score {score.Code}.items", byCode, item.Question, item.Points.Keys);
            foreach (var item in score.Items.Where(i => byCode.GetValueOrDefault(i.Question)?.Type == QuestionType.Multi))
                e.Fault($"score {score.Code}.items", $"'{item.Question}' allows several answers");
            if (score.Override is { } rule) Refers(e, $"score {score.Code}.override", byCode, rule.Question, rule.Is);
        }
    }

    private static void Refers(Entry e, string field, Dictionary<string, Question> questions, string code, IEnumerable<string> answers)
    {
        if (!questions.TryGetValue(code, out var question))
        {
            e.Fault(field, $"unknown question '{code}'");
            return;
        }
        foreach (var answer in answers.Where(a => question.Options.All(o => o.Code != a)))
            e.Fault(field, $"'{code}' has no answer '{answer}'");
    }

    private static List<string>? CircleFrom(string start, Dictionary<string, Question> questions)
    {
        var path = new List<string> { start };
        return Walk(start) ? path : null;

        bool Walk(string code)
        {
            foreach (var next in questions.GetValueOrDefault(code)?.VisibleIf.Select(c => c.Question) ?? [])
            {
                if (next != start && path.Contains(next)) continue;
                path.Add(next);
                if (next == start || Walk(next)) return true;
                path.RemoveAt(path.Count - 1);
            }
            return false;
        }
    }
}
