using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.People.Contracts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Persons;

/// <summary>The list of persons, and the search by name, birthday or NIK.</summary>
internal sealed class IndexModel(PersonList list, IPersonCandidates candidates, ICatalogue catalogue, IAreas areas, Installation installation, ICurrentStaff staff, PersonWords words) : PersonDesk(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")] public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "wilayah")] public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "tampilan")] public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")] public Guid? After { get; set; }

    [BindProperty] public string? Typed { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public PersonPage? Persons { get; private set; }

    public CandidatesFound? Found { get; private set; }

    /// <summary>Digits of a NIK were typed: they are asked for with a reason, and never stand in an address.</summary>
    public bool AsksPurpose { get; private set; }

    public bool Unidentified => View == "belum-dikenal";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        candidates.Prepare();
        if (string.IsNullOrWhiteSpace(Query))
        {
            Persons = await list.Read(new PersonFilter(Known(Type), Blank(Area), Unidentified, After), Member, stop);
            return Page();
        }
        if (candidates.NeedsPurpose(Query))
        {
            ModelState.Clear();
            (Typed, Query, AsksPurpose) = (Query, null, true);
            return Page();
        }
        Found = await candidates.Find(Query, null, Member, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        AsksPurpose = candidates.NeedsPurpose(Typed);
        if (string.IsNullOrWhiteSpace(Typed)) ModelState.AddModelError(nameof(Typed), "people.refused.typed");
        if (AsksPurpose && string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "people.refused.purpose");
        if (!ModelState.IsValid) return Page();
        Found = await candidates.Find(Typed, Purpose, Member, stop);
        return Page();
    }

    /// <summary>The same as JSON, while somebody types. By POST, so that no name stands in an address or a log.</summary>
    public async Task<IActionResult> OnPostKandidatAsync(CancellationToken stop)
    {
        if (candidates.NeedsPurpose(Typed) && string.IsNullOrWhiteSpace(Purpose)) return new JsonResult(new { needsPurpose = true, reading = false, candidates = Array.Empty<object>() });
        var found = await candidates.Find(Typed, Purpose, Member, stop);
        return new JsonResult(new
        {
            needsPurpose = false, reading = found.Reading,
            candidates = found.Candidates.Select(c => new { id = c.Id.Value, name = c.Name, about = c.About, place = c.Place, nik = c.Nik }),
        });
    }

    public IEnumerable<Choice> Types => catalogue.PpksTypes.Where(p => !p.Sensitive).Select(p => new Choice(p.Code, p.Name.ToString()));

    public IEnumerable<Choice> Districts => areas.Below(installation.AreaCode).Where(a => Member.AreaScope.Count == 0 || Member.MaySeeArea(a.Code)).Select(a => new Choice(a.Code, a.Name));

    public string? NextPage => Persons?.Next is not { } next ? null
        : "?" + string.Join('&', new[] { ("jenis", Type), ("wilayah", Area), ("tampilan", View), ("sesudah", next.ToString()) }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));

    private string? Known(string? code) => catalogue.PpksTypes.Any(p => p.Code == code && !p.Sensitive) ? code : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
