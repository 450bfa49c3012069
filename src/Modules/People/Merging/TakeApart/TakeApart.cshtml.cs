using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Merging;

/// <summary>Takes a merge back.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager)]
internal sealed class TakeApartModel(AppDb db, PersonAtHand hand, TakePersonsApart handler, ICurrentStaff staff, PersonWords words) : OnePerson(hand, staff, words)
{
    [BindProperty(SupportsGet = true, Name = "pasangan")] public Guid PairId { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public PersonPair Pair { get; private set; } = null!;

    /// <summary>Two who were merged often have one name: age and village tell them apart.</summary>
    public string NameOf(Contracts.PersonId id) => Group.All.FirstOrDefault(p => p.Id == id) is not { } person ? PersonWords.Code(id)
        : $"{Words.Name(person)} ({string.Join(", ", new[] { Words.Age(person), Words.Sex(person.Sex), Words.Place(person.Area) ?? Words.Text("people.apart.no-village") }.Where(w => w.Length > 0))})";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Ready(stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        var outcome = await handler.Do(Pair.Id, Reason, Member, stop);
        if (outcome.Refusal is not { } why) return Done("people.apart.done");
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        var (id, ids) = (new PersonPairId(PairId), Group.Ids);
        if (await db.Set<PersonPair>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.State == PairState.Same && (ids.Contains(p.First) || ids.Contains(p.Second)), stop) is not { } pair) return NotFound();
        Pair = pair;
        return null;
    }
}
