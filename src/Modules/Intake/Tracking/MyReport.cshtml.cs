using Layar.Catalogue.Contracts;
using Layar.Cases.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Survey.Contracts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Tracking;

/// <summary>Opened by the link's secret, or at <c>/lacak/laporan</c> after the right pair was typed.</summary>
[RequestSizeLimit(96 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 96 * 1024 * 1024)]
internal sealed class MyReportModel(
    ReportLookup lookup, TrackReport track, TrackingPass pass, ReporterActs acts, ISurveyLinks surveys, ISolvedQuestions solved, ICatalogue catalogue, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "rahasia")] public string? Secret { get; set; }

    [BindProperty] public string? Words { get; set; }

    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? Why { get; set; }

    public TrackedReport View { get; private set; } = null!;

    /// <summary>The way to the survey while it can be answered; a report joined to another is not asked twice.</summary>
    public string? Survey { get; private set; }

    /// <summary>"Sudah teratasi?" while it waits for an answer; a report joined to another is not asked.</summary>
    public SolvedQuestionCard? Solved { get; private set; }

    /// <summary>Address of this page, under which its forms come in.</summary>
    public string Here => Request.Path;

    public bool ByLink => Secret is not null;

    public string Code => TicketNumber.Of(catalogue, View.Report.Code);

    public string ProblemText => catalogue.Problems.FirstOrDefault(p => p.Code == View.Report.Problem)?.Text.ToString() ?? texts["intake.mine.secret"];

    public bool Sensitive => View.Secret || catalogue.Problems.Any(p => p.Code == View.Report.Problem && p.Sensitive);

    public IReadOnlyList<Step> Steps => TrackSteps.Of(View.Progress, texts, datesOnly: View.Joined);

    public IReadOnlyList<Choice> WithdrawReasons => [.. catalogue.Reasons(ReasonKind.Withdraw).Select(r => new Choice(r.Code, $"{r.Label}"))];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var stop = HttpContext.RequestAborted;
        if (await Find(stop) is not { } report)
        {
            context.Result ??= Redirect(ByLink ? "/lacak?tautan=salah" : "/lacak");
            return;
        }
        View = await track.Of(report, stop);
        if (!View.Progress.Case.Open && !View.Joined)
        {
            Survey = await surveys.LinkFor(View.Progress.Case.Id, stop);
            Solved = await solved.WaitingFor(View.Progress.Case.Id, stop);
        }
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid question, string? reply, IFormFile? photo, bool none, CancellationToken stop) =>
        Done(View.Questions.FirstOrDefault(q => q.Id == question && q.AnsweredAt is null) is { } open ? await acts.Answer(open, none ? texts.Official("intake.question.none") : reply, photo, stop) : Outcome.Success, "intake.question.done");

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop) =>
        Done(View.Progress.Case.Open ? await acts.Add(View.Report, View.Progress.Case.Id, Words, Files, stop) : new Refusal("cases.refused.step"), "intake.add.done");

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken stop) =>
        Done(View.MayWithdraw ? await acts.Withdraw(View.Progress.Case.Id, Reason, stop) : new Refusal("cases.refused.step"), "intake.withdraw.done");

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken stop) =>
        Done(View.ReopenUntil is not null ? await acts.Reopen(View.Progress.Case.Id, Why, stop) : new Refusal("cases.refused.step"), "intake.reopen.done");

    public async Task<IActionResult> OnPostSolvedAsync(SolvedAnswer? answer, CancellationToken stop)
    {
        if (View.Joined || Solved is null) return Done(Outcome.Success, "intake.solved.already");
        if (answer is not { } given || !Enum.IsDefined(given)) return Done(new Refusal("intake.error.solved"), "");
        var outcome = await solved.Answer(View.Progress.Case.Id, given, stop);
        return outcome.Match(result => Done(Outcome.Success, result.Reopened ? "intake.reopen.done" : "intake.solved.done"), why => Done(why, ""));
    }

    public IActionResult OnPostClose()
    {
        pass.Take(HttpContext);
        return Redirect("/lacak");
    }

    private async Task<Report?> Find(CancellationToken stop)
    {
        if (Secret is null) return pass.Of(HttpContext) is { } id ? await lookup.ById(id, stop) : null;
        // Sixty bits need no limit, and a neighbour on the same network who guesses closes no link.
        return LinkSecret.Parse(Secret).TryGet(out var secret, out _) ? await lookup.ByLink(secret, stop) : null;
    }

    private IActionResult Done(Outcome outcome, string notice) => outcome.Match<IActionResult>(
        () =>
        {
            TempData["Notice"] = notice;
            return Redirect(Request.Path);
        },
        why =>
        {
            ModelState.AddModelError(why.Field ?? "", texts[why.Code, [.. why.Args]]);
            return Page();
        });
}
