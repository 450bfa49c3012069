using Layar.Cases.Completeness;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Cases.Suggestions;

/// <summary>Every programme with its light and reasons, for the person of a case.</summary>
internal sealed class AllSuggestionsModel(CaseAtHand hand, CaseSuggestions suggestions, ICurrentStaff staff, CaseWords words) : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    public SuggestionsModel Suggestions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await hand.Open(Number, Member, "programmes", stop) is not { Open: true } file) return NotFound();
        Suggestions = await suggestions.For(file.Summary(), Member, stop);
        return Page();
    }
}
