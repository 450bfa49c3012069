using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Persons.GiveCopy;

/// <summary>"Salinan data": what the office holds of a person with the whole trail of processing, on screen, on paper or as a file.</summary>
[StaffPage(Roles.DataProtection, Roles.Manager)]
internal sealed class CopyOfPersonModel(PersonAtHand hand, GiveCopy give, ICurrentStaff staff, PersonWords words) : OnePerson(hand, staff, words)
{
    /// <summary>Who asked, and when: "Permintaan tertulis 22 November 2026".</summary>
    [BindProperty] public string? Asked { get; set; }

    public PreparedCopy? Prepared { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ?? Page();

    /// <param name="form">screen, json or csv</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Form")] string? form, CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        form = form is "json" or "csv" ? form : "screen";
        if (!(await give.Handle(Group, Asked, form, Member, stop)).TryGet(out var prepared, out var refusal))
        {
            Show(refusal);
            return Page();
        }
        Prepared = prepared;
        var name = $"salinan-data-{PersonWords.Code(Person.Id)}-{Wita.Day(Words.Now):yyyy-MM-dd}";
        return form switch
        {
            "json" => File(CopyFile.Json(prepared.Copy, prepared.Trail, Words.Now), "application/json; charset=utf-8", name + ".json"),
            "csv" => File(CopyFile.Table(prepared.Copy, prepared.Trail, (Words.Text("people.copy.readings"), Words.Text("people.copy.acts"))), "text/csv; charset=utf-8", name + ".csv"),
            _ => Page(),
        };
    }
}
