using Layar.Areas.Contracts;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Installations;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Queue;

/// <summary>A list of cases with its filters; the queue and the list of all cases differ in order and views only.</summary>
internal abstract class CaseListModel(OfficerQueue queue, ICatalogue catalogue, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    private const int LargestDownload = 10_000;

    public abstract bool AllCases { get; }

    public QueueFilter Filter { get; private set; } = null!;

    public QueuePage Rows { get; private set; } = null!;

    public virtual bool MayAcknowledge => false;

    public virtual string Path => AllCases ? "/petugas/kasus" : "/petugas/antrean";

    public bool MayRecordCall => Member.HasAny([Roles.CallCentre, Roles.Operator, Roles.FrontOffice, Roles.VillageDesk]);

    protected virtual QueueFilter Asked() => QueueFilter.Read(Request.Query, AllCases);

    protected async Task Load(CancellationToken stop)
    {
        Filter = Asked();
        Rows = await queue.Page(Filter, Member, stop);
    }

    /// <summary>The way to the pages before and behind.</summary>
    public IHtmlContent? Turning(TextCatalogue texts) => Pager.Of(
        texts, Rows.Previous is { } first ? Path + Filter.Query(before: first) : null, Rows.Next is { } last ? Path + Filter.Query(after: last) : null,
        texts["cases.queue.rows", Rows.Rows.Count]);

    /// <summary>The list as a file for a spreadsheet, all pages of it.</summary>
    public async Task<IActionResult> OnGetUnduhAsync([FromServices] ReadLog log, CancellationToken stop)
    {
        Filter = Asked() with { After = null, Before = null };
        var page = await queue.Page(Filter, Member, stop, LargestDownload);
        await log.Opened(Member.As(Member.Roles), "case-list", Guid.Empty, $"unduh {Path} {Filter.View.Slug()}: {page.Rows.Count}", stop);
        return File(CaseCsv.Write(page.Rows, Words), "text/csv; charset=utf-8", $"kasus-{Filter.View.Slug()}.csv");
    }

    public IEnumerable<Choice> Districts =>
        HttpContext.RequestServices.GetService<IAreas>()?.Below(catalogue.Instance.Area)
            .Where(a => Member.AreaScope.Count == 0 || Member.AreaScope.Any(s => AreaScopes.Covers(s, a.Code) || AreaScopes.Covers(a.Code, s)))
            .Select(a => new Choice(a.Code, a.Name)) ?? [];

    /// <summary>Whether the list asks for problem and channel.</summary>
    public virtual bool NarrowsBySource => true;

    /// <summary>Agencies to narrow by; none where the list does not ask.</summary>
    public virtual IEnumerable<Choice> Agencies => [];

    protected ICatalogue Catalogue => catalogue;

    public IEnumerable<Choice> Problems => catalogue.Problems.Select(p => new Choice(p.Code, p.Text.ToString()));

    public IEnumerable<Choice> Channels => catalogue.Instance.Channels.Select(c => new Choice(c.Code, c.Name.ToString()));
}
