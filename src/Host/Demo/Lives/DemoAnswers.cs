using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Arrivals;

namespace Layar.Host.Demo.Lives;

/// <summary>Fills the form of a visit as it might have been found, question by question as the form shows them.</summary>
internal sealed class DemoAnswers
{
    private readonly Content content = DemoWords.Read<Content>("answers.json");

    /// <param name="photo">called for each photo question; gives the answers that stand for the photos, none when none was taken</param>
    public Dictionary<string, string[]> Fill(AssessmentForm form, string problem, string advice, string why, Random random, Func<Question, string[]> photo)
    {
        var given = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var visible = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (!question.VisibleIf.All(c => visible.Contains(c.Question) && given.GetValueOrDefault(c.Question) is { } answers && answers.Any(c.Is.Contains))) continue;
            visible.Add(question.Code);
            var values = question.Code switch
            {
                "saran-petugas" => [advice],
                "alasan-saran" => [why],
                _ when question.Type == QuestionType.Photo => photo(question),
                _ => Answer(question, problem, random),
            };
            if (values.Length > 0) given[question.Code] = values;
        }
        return given;
    }

    private string[] Answer(Question question, string problem, Random random)
    {
        if (question.Type == QuestionType.Text) return [];
        if (question.Type == QuestionType.Number) return Number(question.Code, random);
        var from = content.Problems.GetValueOrDefault(problem)?.GetValueOrDefault(question.Code) ?? content.Choices.GetValueOrDefault(question.Code)
            ?? [.. question.Options.Select(o => o.Code)];
        var first = DemoWords.Pick(random, from);
        if (question.Type != QuestionType.Multi || random.Next(2) == 0) return [first];
        var second = DemoWords.Pick(random, from);
        return first == second || first == "tidak-ada" || second == "tidak-ada" ? [first] : [first, second];
    }

    private string[] Number(string code, Random random)
    {
        if (!content.Numbers.TryGetValue(code, out var range)) return [];
        return [(range[0] + range[2] * random.Next((range[1] - range[0]) / range[2] + 1)).ToString(CultureInfo.InvariantCulture)];
    }

    private sealed record Content(Dictionary<string, string[]> Choices, Dictionary<string, int[]> Numbers, Dictionary<string, Dictionary<string, string[]>> Problems);
}
