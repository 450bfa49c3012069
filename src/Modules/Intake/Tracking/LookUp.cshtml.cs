using System.Net;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Numbers;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Tracking;

/// <summary>By code alone: step and dates. With PIN or last four digits: the report itself.</summary>
internal sealed class LookUpModel(ReportLookup lookup, MainCase cases, GuessLimit limit, GuessLedger ledger, TrackingPass pass, ICatalogue catalogue, TextCatalogue texts) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? Second { get; set; }

    public Progress? Progress { get; private set; }

    public TimeSpan? Wait { get; private set; }

    public IReadOnlyList<Step> Steps => TrackSteps.Of(Progress!, texts, datesOnly: true);

    public string Phone => catalogue.Instance.Channels.FirstOrDefault(c => c.Code == "telepon")?.Address ?? catalogue.Instance.EmergencyPhone;

    public string Example => $"{catalogue.Instance.TicketPrefix}-AB4C-D6EF";

    /// <param name="tautan">set by a link that leads to no report</param>
    public async Task<IActionResult> OnGetAsync(string? kode, string? tautan, CancellationToken stop)
    {
        if (tautan is not null) ModelState.AddModelError(nameof(Code), texts["intake.error.link"]);
        if (tautan is not null || string.IsNullOrWhiteSpace(kode)) return Page();
        Code = kode;
        if (Ticket() is not { } ticket) return Page();
        if (await Slowed(stop)) return Page();
        if (await lookup.ByCode(ticket, stop) is not { } report)
        {
            ModelState.AddModelError(nameof(Code), texts["intake.error.code-check"]);
            await ledger.Wrong(From, null, null);
            return NotFoundPage();
        }
        limit.Right(From);
        Code = ticket.ToString();
        Progress = Progress.Of(await cases.Of(report.CaseId, stop), catalogue, texts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Ticket() is not { } ticket) return Page();
        if (string.IsNullOrWhiteSpace(Second)) return Redirect("/lacak?kode=" + ticket);
        if (await Slowed(stop, ticket.Symbols, Second)) return Page();
        if (await lookup.ByPair(ticket, Second, stop) is not { } report)
        {
            ModelState.AddModelError(nameof(Second), texts["intake.error.pair"]);
            await ledger.Wrong(From, ticket.Symbols, Second);
            return NotFoundPage();
        }
        limit.Right(From, ticket.Symbols, Second);
        pass.Give(HttpContext, report.Id);
        return Redirect("/lacak/laporan");
    }

    private TicketCode? Ticket()
    {
        if (TicketCode.Parse(catalogue.Instance.TicketPrefix, Code).TryGet(out var ticket, out var refusal)) return ticket;
        ModelState.AddModelError(nameof(Code), texts[refusal.Code == "kernel.ticket.check" ? "intake.error.code-check" : "intake.error.code"]);
        return null;
    }

    private IPAddress? From => HttpContext.Connection.RemoteIpAddress;

    private async Task<bool> Slowed(CancellationToken stop, string? code = null, string? second = null)
    {
        Wait = limit.Enter(From, code, second);
        if (Wait is null && await ledger.Wait(From, code, second, stop) is { } rest)
        {
            limit.Right(From, code, second);
            Wait = rest;
        }
        if (Wait is not { } wait) return false;
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    private PageResult NotFoundPage()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
