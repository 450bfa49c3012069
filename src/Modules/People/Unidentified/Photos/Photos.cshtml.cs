using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Unidentified;

/// <summary>Photos of a person, for few eyes; each look is written down.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DistrictWorker, Roles.VillageDesk)]
internal sealed class PhotosModel(AppDb db, PersonAtHand hand, AddPhoto handler, ICurrentStaff staff, PersonWords words) : OnePerson(hand, staff, words)
{
    public IReadOnlyList<PersonPhoto> Taken { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Ready(stop) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Photo")] IFormFile? photo, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (!MayWrite) return Forbid();
        var outcome = await handler.Do(Person.Id, photo, Member, stop);
        if (outcome.Refusal is not { } why) return Done("people.photos.done", Path + "/foto");
        ModelState.Clear();
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        var ids = Group.Ids;
        Taken = await db.Set<PersonPhoto>().AsNoTracking().Where(p => ids.Contains(p.PersonId)).OrderByDescending(p => p.AddedAt).Take(30).ToListAsync(stop);
        return null;
    }
}
