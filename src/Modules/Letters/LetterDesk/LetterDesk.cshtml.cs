using System.Globalization;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Layar.Letters.Approval;
using Layar.Letters.Contracts;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.LetterDesk;

[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary, Roles.Auditor)]
internal sealed class LetterDeskModel(LetterAccess access, LetterList list, SignLetterHandler sign, IssueLetterHandler issue, ICurrentStaff staff, TimeProvider clock, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tampilan")] public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")] public LetterState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")] public LetterKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "tahun")] public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")] public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")] public string? Before { get; set; }

    [BindProperty] public List<string> Chosen { get; set; } = [];

    public bool Mine => View != "semua";

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public int Awaiting { get; private set; }

    public string? NextUrl { get; private set; }

    public string? PreviousUrl { get; private set; }

    /// <summary>Letters on this page that this officer could sign now, each with the version it was seen in.</summary>
    public IReadOnlySet<LetterId> Signable { get; private set; } = new HashSet<LetterId>();

    public IEnumerable<Choice> States => Enum.GetValues<LetterState>().Select(s => new Choice(s.ToString(), LetterWords.State(s)));

    public IEnumerable<Choice> Kinds => Enum.GetValues<LetterKind>().Select(k => new Choice(k.ToString(), LetterWords.Kind(k)));

    public IEnumerable<Choice> Years => Enumerable.Range(0, 5).Select(n => (clock.GetUtcNow().Year - n).ToString(CultureInfo.InvariantCulture)).Select(y => new Choice(y, y));

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostSignAsync(CancellationToken stop)
    {
        var (done, failed) = (0, 0);
        foreach (var choice in Chosen.Take(LetterList.PageSize))
        {
            if (choice.Split(':') is not [var id, var version] || !Guid.TryParse(id, out var letter) || !int.TryParse(version, CultureInfo.InvariantCulture, out var number)) continue;
            if (await SignOne(new LetterId(letter), number, stop)) done++;
            else failed++;
        }
        TempData["Notice"] = failed == 0 ? texts["letters.notice.signed-many", done] : texts["letters.notice.signed-some", done, failed];
        return Redirect("/petugas/surat");
    }

    private async Task<bool> SignOne(LetterId id, int version, CancellationToken stop)
    {
        if (await access.Find(id, staff.Required, stop) is not { } seen) return false;
        if (!(await sign.Handle(id, version, staff.Required, stop)).IsDone) return false;
        return (seen.Letter.Concludes && !staff.Required.Has(Roles.Manager)) || (await issue.Handle(id, staff.Required, Roles.All, stop)).IsDone;
    }

    private async Task Load(CancellationToken stop)
    {
        var member = staff.Required;
        Awaiting = await access.AwaitingOn(member).Take(LettersWaiting.Most).CountAsync(stop);
        var filter = new LetterFilter(Mine, State, Kind, Year) { After = LetterCursor.Read(After), Before = LetterCursor.Read(Before) };
        var page = await list.Page(filter, member, stop);
        Letters = page.Letters;
        NextUrl = page.Next is { } next ? QueryWith("sesudah", next) : null;
        PreviousUrl = page.Previous is { } previous ? QueryWith("sebelum", previous) : null;
        Signable = (await access.SignStations(Letters, stop)).Where(l => ApprovalTurn.Holds(member, l.Turn!, l.Division)).Select(l => l.Id).ToHashSet();
    }

    private string QueryWith(string way, LetterCursor place)
    {
        var query = Request.Query.Where(q => q.Key is not ("sesudah" or "sebelum")).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
        return new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(query) { { way, place.ToString() } }.ToString();
    }
}
