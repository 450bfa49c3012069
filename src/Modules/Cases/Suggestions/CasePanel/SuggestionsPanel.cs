using Layar.Cases.Contracts;
using Layar.Identity.Contracts;

namespace Layar.Cases.Suggestions;

/// <summary>"Program yang mungkin": the programmes nearest to the person of an open case, why, and what to ask; the others on a page of their own.</summary>
internal sealed class SuggestionsPanel(CaseSuggestions suggestions) : ICasePanel
{
    public PanelPlace Place => PanelPlace.Main;

    public int Order => 5;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop) =>
        summary.Open ? new("/Suggestions/CasePanel/Suggestions.cshtml", await suggestions.For(summary, viewer, stop)) : null;
}
