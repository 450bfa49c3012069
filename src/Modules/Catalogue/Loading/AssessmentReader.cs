using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Loading;

internal static class AssessmentReader
{
    private static readonly AnswerOption Yes = new("ya", new("Ya", "Yes"));
    private static readonly AnswerOption No = new("tidak", new("Tidak", "No"));
    private static readonly AnswerOption Unknown = new("tidak-tahu", new("Tidak tahu", "Do not know"));

    public static AssessmentForm Read(Entry e)
    {
        var form = new AssessmentForm
        {
            Version = e.Number("version"),
            Title = e.Text("title"),
            Groups = [.. e.Entries("groups").Select(Group)],
            Scores = [.. e.Entries("scores").Select(Score)],
            Validity = e.Validity(),
        };
        AssessmentChecks.Check(e, form);
        return form;
    }

    private static QuestionGroup Group(Entry e)
    {
        var group = new QuestionGroup(e.Code(), e.Text("title"), e.Text("hint"), [.. e.Entries("questions").Select(Question)]);
        e.Done();
        return group;
    }

    private static Question Question(Entry e)
    {
        var type = e.Choice<QuestionType>("type");
        var question = new Question
        {
            Code = e.Code(),
            Type = type,
            Text = e.Text("text"),
            Hint = e.OptionalText("hint"),
            Required = e.Flag("required"),
            Options = type == QuestionType.YesNo ? e.Flag("unknown") ? [Yes, No, Unknown] : [Yes, No] : [.. e.Entries("options").Select(Option)],
            Minimum = e.OptionalDecimal("minimum"),
            Maximum = e.OptionalDecimal("maximum"),
            Decimals = e.OptionalNumber("decimals") ?? 0,
            Unit = e.OptionalText("unit"),
            VisibleIf = [.. e.Entries("visibleIf").Select(Condition)],
            Criterion = e.OptionalString("criterion"),
        };
        if (type is QuestionType.Choice or QuestionType.Multi && question.Options.Count < 2) e.Fault("options", "needs two or more");
        foreach (var twice in question.Options.GroupBy(o => o.Code).Where(g => g.Count() > 1)) e.Fault("options", $"'{twice.Key}' stands twice");
        if (question.Maximum < question.Minimum) e.Fault("maximum", "is below minimum");
        if (question.Decimals is < 0 or > 6) e.Fault("decimals", "must be 0 to 6");
        e.Done();
        return question;
    }

    private static AnswerOption Option(Entry e)
    {
        var option = new AnswerOption(e.Code(), e.Text("text"));
        e.Done();
        return option;
    }

    private static Condition Condition(Entry e)
    {
        var condition = new Condition(e.Code("question"), e.Strings("is"));
        e.Done();
        return condition;
    }

    private static ScoreDefinition Score(Entry e)
    {
        var score = new ScoreDefinition
        {
            Code = e.Code(),
            Title = e.Text("title"),
            Caution = e.Text("caution"),
            Items = [.. e.Entries("items").Select(Item)],
            Bands = [.. e.Entries("bands").Select(Band)],
            Override = Override(e.Object("override")),
        };
        if (!score.Bands.Select(b => b.From).SequenceEqual(score.Bands.Select(b => b.From).OrderDescending().Distinct()))
            e.Fault("bands", "must go from the highest floor down");
        e.Done();
        return score;
    }

    private static ScoreItem Item(Entry e)
    {
        var item = new ScoreItem(e.Code("question"), e.Text("text"), e.Points("points"));
        e.Done();
        return item;
    }

    private static ScoreBand Band(Entry e)
    {
        var band = new ScoreBand(e.Number("from"), e.Text("text"));
        e.Done();
        return band;
    }

    private static ScoreOverride? Override(Entry? e)
    {
        if (e is null) return null;
        var rule = new ScoreOverride(e.Code("question"), e.Strings("is"), e.Text("text"));
        e.Done();
        return rule;
    }
}
