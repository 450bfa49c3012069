using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Households;

/// <summary>With whom a person lives: begins a household, brings somebody in, lets somebody go.</summary>
internal sealed class HomeModel(
    PersonAtHand hand, HouseholdReading households, IPersonCandidates candidates, JoinHousehold join, LeaveHousehold leave, ICurrentStaff staff, PersonWords words) : StatedChange(hand, staff, words)
{
    private readonly PersonAtHand hand = hand;

    /// <summary>Name of the person to bring in.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Query { get; set; }

    /// <summary>The person chosen among the candidates.</summary>
    [BindProperty(SupportsGet = true, Name = "anggota")] public Guid? Chosen { get; set; }

    [BindProperty] public string? FamilyCard { get; set; }

    [BindProperty] public HouseholdRole? Role { get; set; }

    [BindProperty] public DateOnly? Since { get; set; }

    public HouseholdNow? Household { get; private set; }

    public CandidatesFound? Found { get; private set; }

    /// <summary>Whom the form is about: the chosen one, or the person of the page while there is no household.</summary>
    public Person? Joining { get; private set; }

    public IEnumerable<Choice> RolesOfHousehold => Enum.GetValues<HouseholdRole>().Select(r => new Choice(r.ToString(), $"people.household.{r}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        (Since, AsOf) = (Words.Today, Words.Today);
        if (!string.IsNullOrWhiteSpace(Query) && !candidates.NeedsPurpose(Query)) Found = await candidates.Find(Query, null, Member, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (Joining is not { } joining) ModelState.AddModelError("q", "people.refused.choose");
        else if (Role is not { } role) ModelState.AddModelError(nameof(Role), "people.refused.choose");
        else if (ModelState.IsValid)
        {
            var outcome = await join.Do(joining, new JoinHouseholdCommand(Household?.Id, FamilyCard, role, Since, Origin), Member, stop);
            if (outcome.Refusal is not { } why) return Done("people.household.done");
            Show(why);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostKeluarAsync([FromForm(Name = "baris")] Guid row, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (Household is not { } household) return NotFound();
        var outcome = await leave.Do(household.Id, new MembershipId(row), Member, stop);
        if (outcome.Refusal is not { } why) return Done("people.household.left");
        ModelState.Clear();
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        Household = await households.Of(Group.Ids, Member, stop);
        if (Household is null) Joining = Person;
        else if (Chosen is { } chosen) Joining = (await hand.Find(new PersonId(chosen), Member, stop))?.Person;
        return null;
    }
}
