using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Sheets;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Survey.Contracts;
using Layar.Survey.Index;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Survey.Results;

[StaffPage(Roles.Manager, Roles.Head, Roles.Planner, Roles.Secretary, Roles.Auditor)]
internal sealed class SurveyResultsModel(SurveyFigures figures, ICatalogue catalogue, TextCatalogue texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tahun")] public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "triwulan")] public int? Quarter { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")] public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "bulan")] public DateOnly? Month { get; set; }

    public SurveyReport Report { get; private set; } = null!;

    public IReadOnlyList<Comment> Comments { get; private set; } = [];

    public string? NextComments { get; private set; }

    public DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);

    public string PeriodQuery => $"tahun={Report.Period.Year}" + (Report.Period.Quarter is { } q ? $"&triwulan={q}" : "");

    public string PeriodName => Report.Period.Quarter is { } q ? texts["survey.results.quarter", q, Report.Period.Year] : texts["survey.results.year", Report.Period.Year];

    public IReadOnlyList<Choice> Years => [.. Enumerable.Range(0, 6).Select(n => $"{Today.Year - n}").Select(y => new Choice(y, y))];

    public IReadOnlyList<Choice> Quarters => [.. Enumerable.Range(1, 4).Select(q => new Choice($"{q}", $"survey.results.q{q}"))];

    public string ServiceName(string? code) => code switch
    {
        null => texts["survey.results.pool"],
        "" => texts["survey.results.no-service"],
        _ => catalogue.Service(code, Today)?.Name.ToString() ?? code,
    };

    public string Grade(IndexGrade grade) => $"{grade} · {texts[grade.TextKey()]}";

    public async Task OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        if (Report.Exact is null) return;
        var comments = await figures.Comments(Report.Period, After, Month, stop);
        Comments = [.. comments.Take(SurveyFigures.CommentsShown)];
        if (comments.Count > Comments.Count) NextComments = $"?{PeriodQuery}&sesudah={Comments[^1].Id.Value}&bulan={Comments[^1].Month:yyyy-MM-dd}#komentar";
    }

    public async Task<IActionResult> OnGetUnduhAsync(CancellationToken stop)
    {
        await Load(stop);
        return File(Sheet().Bytes(), "text/csv; charset=utf-8", $"ikm-{Report.Period.Year}{(Report.Period.Quarter is { } q ? $"-tw{q}" : "")}.csv");
    }

    private async Task Load(CancellationToken stop) => Report = await figures.Report(SurveyPeriod.Of(Year, Quarter, Today), stop);

    private CsvSheet Sheet()
    {
        var sheet = new CsvSheet().Row(texts["survey.results.title"], PeriodName)
            .Row(texts["survey.results.answers"], Report.Answers).Row(texts["survey.results.needed"], Report.Needed);
        if (Report is not { Exact: { } exact, TwoDecimals: { } brief }) return sheet.Row(texts["survey.results.hidden"]);
        sheet.Row(texts["survey.results.index"], exact.Index, Grade(exact.Grade), texts["survey.results.weight.exact"])
            .Row(texts["survey.results.index"], brief.Index, Grade(brief.Grade), texts["survey.results.weight.brief"])
            .Row().Row(texts["survey.results.element"], texts["survey.results.mean"], texts["survey.results.weighted"], texts["survey.results.rank"]);
        foreach (var element in exact.Elements)
            sheet.Row(texts[$"survey.element.{element.Key}"], Math.Round(element.Mean, 4), Math.Round(element.WeightedMean, 4), element.Rank);
        sheet.Row().Row(texts["survey.results.service"], texts["survey.results.answers"], texts["survey.results.index"], texts["survey.results.grade"]);
        foreach (var service in Report.Services)
            sheet.Row(ServiceName(service.Key), service.Answers, service.Score.Index, Grade(service.Score.Grade));
        return sheet;
    }
}
