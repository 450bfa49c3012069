using Layar.Identity.Contracts;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Categories;

/// <summary>The types of a person over time: PPKS, words everybody uses, disabilities, resources.</summary>
internal sealed class TypesModel(
    PersonAtHand hand, CategoryBook book, CategoryWords types, AddCategory add, EndCategory end, ICurrentStaff staff, PersonWords words) : StatedChange(hand, staff, words)
{
    /// <summary>Kind and code in one box: <c>Ppks:fakir-miskin</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "jenis")] public string? Code { get; set; }

    [BindProperty] public DateOnly? Since { get; set; }

    public IReadOnlyList<HeldCategory> Held { get; private set; } = [];

    public IEnumerable<CategoryWord> Suggested =>
        types.Suggested(Words.Years(Person.BirthDate, Person.EstimatedAge, Person.CreatedAt), Person.Sex, Held.Where(h => h.Kind == CategoryKind.Ppks && h.Until is null).Select(h => h.Code));

    public IEnumerable<Choice> All => Enum.GetValues<CategoryKind>().SelectMany(k => types.Of(k).Select(w => new Choice($"{k}:{w.Code}", w.Sensitive ? Words.Text("people.type.sensitive", w.Name) : w.Name, Group: $"people.kind.{k}")));

    public string NameOf(HeldCategory held) => held.Hidden ? Words.Text("people.type.hidden") : types.Find(held.Kind, held.Code)?.Name ?? held.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        (Since, AsOf) = (Words.Today, Words.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        var parts = (Code ?? "").Split(':', 2);
        var command = new AddCategoryCommand(Enum.TryParse<CategoryKind>(parts[0], out var kind) ? kind : CategoryKind.Ppks, parts.Length == 2 ? parts[1] : null, Since, Origin);
        if (ModelState.IsValid)
        {
            var outcome = await add.Do(Person.Id, command, Member, stop);
            if (outcome.Refusal is not { } why) return Done("people.types.done");
            Show(why.Field == "Code" ? why.At("jenis") : why);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAkhiriAsync([FromForm(Name = "baris")] Guid row, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (Held.FirstOrDefault(h => h.Id.Value == row) is not { } held) return NotFound();
        var outcome = await end.Do(held.Person, held.Id, Member, stop);
        if (outcome.Refusal is not { } why) return Done("people.types.ended");
        ModelState.Clear();
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        Held = await book.Of(Group.Ids, Member, stop);
        return null;
    }
}
