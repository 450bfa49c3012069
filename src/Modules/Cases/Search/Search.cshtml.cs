using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Numbers;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Cases.Search;

internal sealed class SearchModel(CaseSearch search, ReadLog log, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Query { get; set; }

    [BindProperty] public string? Nik { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public SearchResult? Result { get; private set; }

    /// <summary>A NIK was typed: it is asked for again with a reason, and never stands in an address that is kept.</summary>
    public bool AsksPurpose { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Query) || Query.Length > 200) return Page();
        if (LooksLikeNik(Query))
        {
            ModelState.Clear();
            (Nik, Query, AsksPurpose) = (Query, null, true);
            return Page();
        }
        Result = await search.Find(Query, Member, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        AsksPurpose = true;
        if (string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "cases.refused.purpose");
        var parsed = Kernel.Numbers.Nik.Parse(Nik);
        if (parsed.Refusal is { } why) Show(why.At(nameof(Nik)));
        if (!ModelState.IsValid || !parsed.TryGet(out var nik, out _)) return Page();
        var rows = await search.ByNik(nik, Member, stop);
        foreach (var row in rows.DefaultIfEmpty())
            await log.Opened(Member.As(CaseDeskPage.Readers), "nik", row?.Id.Value ?? Guid.Empty, Words.Text("cases.search.nik.purpose", Purpose!.Trim()), stop);
        Result = new SearchResult(rows, []);
        return Page();
    }

    private static bool LooksLikeNik(string text) => text.Count(char.IsAsciiDigit) >= 15 && !text.Any(char.IsLetter);
}
