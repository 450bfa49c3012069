using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Persons;

/// <summary>What every page about persons shares: who may open it, and words.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.CallCentre, Roles.Auditor, Roles.DataProtection)]
internal abstract class PersonDesk(ICurrentStaff staff, PersonWords words) : PageModel
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<PersonDesk>();

    public PersonWords Words { get; } = words;

    public StaffMember Member => staff.Required;

    public bool MayWrite => Member.HasAny(PersonAccess.Writers);

    /// <param name="at">name on the page of the field of a fault</param>
    protected void Show(Refusal why, Func<string?, string?>? at = null) => ModelState.Show(why, Words.Say, at);
}

/// <summary>A page about one person that is there and may be seen.</summary>
internal abstract class OnePerson(PersonAtHand hand, ICurrentStaff staff, PersonWords words) : PersonDesk(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    public PersonGroup Group { get; private set; } = null!;

    public Person Person => Group.Person;

    public string Name => Words.Name(Person);

    public string Path => $"/petugas/warga/{Person.Id.Value}";

    /// <summary>The page writes read entries of its own.</summary>
    protected virtual bool WritesEntries => false;

    /// <summary>Whatever page of a person is shown, the reading is written down before.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await next()).Result is PageResult && Group is not null && !WritesEntries)
            await HttpContext.RequestServices.GetRequiredService<ReadLog>().Opened(Member.As(Readers), "person", Person.Id.Value, Words.Text("people.log.open"), HttpContext.RequestAborted);
    }

    /// <returns>an answer when the page cannot be shown: nobody is there, or the person goes on as another one</returns>
    protected async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (await hand.Find(new PersonId(Id), Member, stop) is not { } group) return NotFound();
        Group = group;
        return group.Person.Id.Value == Id ? null : LocalRedirect(Request.Path.Value!.Replace(Id.ToString(), group.Person.Id.Value.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    protected IActionResult Done(string notice, string? to = null)
    {
        TempData["Notice"] = notice;
        return LocalRedirect(to ?? Path);
    }
}

/// <summary>A page on which the person is changed.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal abstract class ChangeOfPerson(PersonAtHand hand, ICurrentStaff staff, PersonWords words) : OnePerson(hand, staff, words);

/// <summary>A change that says where it comes from; its fields are <c>/Facts/_Origin.cshtml</c>.</summary>
internal abstract class StatedChange(PersonAtHand hand, ICurrentStaff staff, PersonWords words) : ChangeOfPerson(hand, staff, words)
{
    [BindProperty] public string? Source { get; set; }

    [BindProperty] public DateOnly? AsOf { get; set; }

    [BindProperty] public bool Checked { get; set; }

    protected OriginInput Origin => new(Source, AsOf, Checked);
}
