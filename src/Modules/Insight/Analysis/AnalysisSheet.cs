using Layar.Kernel.Sheets;
using Layar.Kernel.Texts;

namespace Layar.Insight.Analysis;

/// <summary>The page as a table file: the evidence for the yearly report.</summary>
internal static class AnalysisSheet
{
    public static CsvSheet Of(AnalysisView view, TextCatalogue texts, string period, Func<PeriodBar, string> bar, Func<string?, string> district)
    {
        var sheet = new CsvSheet().Row(texts["insight.title"], period)
            .Row(texts["insight.received"], view.Received).Row(texts["insight.resolved"], view.Resolved)
            .Row(texts["insight.ratio"], view.Ratio, view.Ratio is { } r ? texts["insight.score", view.Rule.ScoreOf(r)] : "", view.Rule.LegalBasis)
            .Row(texts["insight.median"], view.MedianDays)
            .Row(texts["insight.ikm"], view.Satisfaction?.Index, view.Satisfaction?.Grade, view.Satisfaction?.Answers)
            .Row().Row(texts["insight.month"], texts["insight.social"], texts["insight.non-social"], texts["insight.undecided"], texts["insight.total"]);
        foreach (var b in view.Bars) sheet.Row(bar(b), b.Social, b.NonSocial, b.Undecided, b.Total);
        sheet.Row().Row(texts["insight.district"], texts["insight.received"], texts["insight.open"]);
        foreach (var d in view.Districts) sheet.Row(district(d.Code), d.Received, d.Open);
        sheet.Row().Row(texts["insight.step"], texts["insight.open"], texts["insight.wait.median"], texts["insight.wait.ninety"], texts["insight.overdue"]);
        foreach (var s in view.Steps) sheet.Row(texts[$"insight.step.{s.Step}"], s.Count, s.MedianHours, s.NinetyHours, s.Overdue);
        return sheet;
    }
}
