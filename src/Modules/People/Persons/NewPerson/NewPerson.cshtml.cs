using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.People.Facts;
using Layar.People.Merging;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Persons;

/// <summary>A new person. Whoever looks like somebody known is shown first; the officer decides.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class NewPersonModel(
    AddPerson handler, LikelyDoubles doubles, IAreas areas, Installation installation, ICurrentStaff staff, PersonWords words) : PersonDesk(staff, words)
{
    [BindProperty] public FactInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "belum-dikenal")] public bool Unidentified { get; set; }

    /// <summary>The officer saw who may be meant and goes on.</summary>
    [BindProperty] public bool Sure { get; set; }

    public IReadOnlyList<LikelyDouble> Known { get; private set; } = [];

    public FactForm Form => new(Words, areas, installation, Unidentified, null, null);

    public void OnGet() => Input = new FactInput { AsOf = Words.Today, Sex = "unknown", AgeGroup = "unknown", Source = Unidentified ? "perkiraan" : null, FoundOn = Unidentified ? Words.Today : null };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();
        if (!Sure && await doubles.Of(Input, Member, stop) is { Count: > 0 } known)
        {
            (Known, Sure) = (known, true);
            ModelState.Remove(nameof(Sure));
            return Page();
        }
        var outcome = await handler.Do(Input, Unidentified, Member, stop);
        if (outcome.TryGet(out var card, out var why))
        {
            TempData["Notice"] = "people.new.done";
            return LocalRedirect($"/petugas/warga/{card.Id.Value}");
        }
        Show(why, Refused.Within(nameof(Input)));
        return Page();
    }
}
