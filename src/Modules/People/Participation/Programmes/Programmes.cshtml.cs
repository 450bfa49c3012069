using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Participation;

/// <summary>The programmes of a person, running and past.</summary>
internal sealed class ProgrammesModel(
    AppDb db, PersonAtHand hand, AddParticipation add, EndParticipation end, ReceivedProgrammes received, ICurrentStaff staff, PersonWords words) : StatedChange(hand, staff, words)
{
    [BindProperty] public string? Programme { get; set; }

    [BindProperty] public DateOnly? Since { get; set; }

    [BindProperty] public DateOnly? Until { get; set; }

    [BindProperty] public long? Amount { get; set; }

    [BindProperty] public Rhythm Rhythm { get; set; }

    [BindProperty] public DateOnly? ReviewOn { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public IReadOnlyList<ProgrammeParticipation> Held { get; private set; } = [];

    public IEnumerable<Choice> All => received.All;

    public IEnumerable<Choice> Rhythms => Enum.GetValues<Rhythm>().Select(r => new Choice(r.ToString(), $"people.rhythm.{r}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        (Since, AsOf, Rhythm) = (Words.Today, Words.Today, Rhythm.Monthly);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (!ModelState.IsValid) return Page();
        var outcome = await add.Do(Person.Id, new AddParticipationCommand(Programme, Since, Until, Amount, Rhythm, ReviewOn, Origin), Member, stop);
        if (outcome.Refusal is not { } why) return Done("people.programmes.done");
        Show(why);
        return Page();
    }

    public async Task<IActionResult> OnPostAkhiriAsync([FromForm(Name = "baris")] Guid row, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (Held.FirstOrDefault(h => h.Id.Value == row) is not { } held) return NotFound();
        ModelState.Clear();
        var outcome = await end.Do(held.PersonId, held.Id, Reason, Member, stop);
        if (outcome.Refusal is not { } why) return Done("people.programmes.ended");
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        var ids = Group.Ids;
        Held = await db.Set<ProgrammeParticipation>().AsNoTracking().Where(p => ids.Contains(p.PersonId)).OrderByDescending(p => p.Since).ThenByDescending(p => p.Id).ToListAsync(stop);
        return null;
    }
}
