using System.Globalization;
using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Insight.Analysis;

/// <summary>The first page of a manager: what came in, what became of it, and where cases wait.</summary>
[StaffPage(Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.Secretary, Roles.Planner, Roles.Auditor)]
internal sealed class CaseAnalysisModel(AnalysisReport report, ICurrentStaff staff, IEnumerable<IAreas> areas, TextCatalogue texts, TimeProvider clock) : PageModel
{
    // Who plans and holds no other of these duties sees groups only.
    private static readonly string[] SeesCases = [Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.Secretary, Roles.Auditor];

    [BindProperty(SupportsGet = true, Name = "dari")] public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "sampai")] public string? To { get; set; }

    public AnalysisView View { get; private set; } = null!;

    public BarChart Chart { get; private set; } = null!;

    public DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);

    public string PeriodName => View.Period.Months == 1
        ? MonthName(View.Period.From, year: true)
        : $"{MonthName(View.Period.From, View.Period.From.Year != View.Period.To.Year)}–{MonthName(View.Period.To, year: true)}";

    public IEnumerable<Choice> MonthChoices => Enumerable.Range(0, 60).Select(n => Today.AddMonths(-n)).Select(m => new Choice($"{m:yyyy-MM}", MonthName(m, year: true)));

    public async Task OnGetAsync(CancellationToken stop) => await Load(stop);

    public async Task<IActionResult> OnGetUnduhAsync(CancellationToken stop)
    {
        await Load(stop);
        var sheet = AnalysisSheet.Of(View, texts, PeriodName, BarName, DistrictName);
        return File(sheet.Bytes(), "text/csv; charset=utf-8", $"analisis-{View.Period.From:yyyy-MM}-{View.Period.To:yyyy-MM}.csv");
    }

    public string BarName(PeriodBar bar) => View.GroupsOnly
        ? texts["insight.quarter", (bar.From.Month + 2) / 3, bar.From.Year]
        : bar.From.ToString(View.Period.From.Year != View.Period.To.Year ? "MMM yy" : "MMM", CultureInfo.CurrentUICulture);

    public string DistrictName(string? code) => code switch
    {
        null => texts["insight.districts.pool"],
        "" => texts["insight.districts.unknown"],
        _ => areas.FirstOrDefault()?.Find(code)?.Name ?? code,
    };

    public string Waited(int hours) => hours < 48 ? texts["insight.hours", hours] : texts["insight.days", hours / 24];

    /// <summary>Where a number of this step leads; the case page asks again whether this person may see it.</summary>
    public string CaseLink(StepFigure step) => $"/petugas/kasus/{step.Oldest}";

    public string StepName(CaseStep step) => texts[$"insight.step.{step}"];

    private async Task Load(CancellationToken stop)
    {
        var groupsOnly = !staff.Required.HasAny(SeesCases);
        var period = AnalysisPeriod.Read(From, To, Today, groupsOnly);
        View = groupsOnly ? await report.InGroups(period, stop) : await report.Full(period, stop);
        Chart = new BarChart(View.Bars);
    }

    private static string MonthName(DateOnly month, bool year) => month.ToString(year ? "MMM yyyy" : "MMM", CultureInfo.CurrentUICulture);
}
