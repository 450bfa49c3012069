using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Facts;

internal sealed class CorrectModel(
    PersonAtHand hand, FactBook book, CorrectFacts handler, IAreas areas, Installation installation, ICurrentStaff staff, PersonWords words) : ChangeOfPerson(hand, staff, words)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public FactInput Input { get; set; } = new();

    public KnownFacts Facts { get; private set; } = null!;

    public FactForm Form => new(Words, areas, installation, Person.Unidentified || FactField.OfStrangers.Any(f => Facts.Best(f) is not null),
        PersonWords.Masked(Facts.Value("nik")), PersonWords.Masked(Facts.Value("familyCard")));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        (Version, Input) = (Person.Version, FactInput.From(Facts, Words.Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (!ModelState.IsValid) return Page();
        var outcome = await handler.Do(new CorrectFactsCommand(Person, Version, Facts, Input), Member, stop);
        if (outcome.TryGet(out var kept, out var why))
            return Done(kept.Fields.Count == 0 ? "people.facts.done" : Words.Text("people.facts.kept", string.Join(", ", kept.Fields.Select(f => Words.Text($"people.field.{f}").ToLowerInvariant()))));
        Show(why, Refused.Within(nameof(Input)));
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        Facts = await book.Of(Group.All, stop);
        return null;
    }
}

/// <summary>Lists and masked numbers that the form of facts needs.</summary>
internal sealed record FactForm(PersonWords Words, IAreas Areas, Installation Installation, bool Stranger, string? Nik, string? FamilyCard)
{
    public IEnumerable<Choice> Sexes => [new("P", "people.sex.P"), new("L", "people.sex.L"), new("unknown", "people.sex.unknown")];

    public IEnumerable<Choice> Ages => [new("child", "people.age.child"), new("adult", "people.age.adult"), new("elderly", "people.age.elderly"), new("unknown", "people.age.unknown")];

    public IEnumerable<Choice> Villages => Areas.Below(Installation.AreaCode)
        .SelectMany(d => Areas.Below(d.Code).Select(v => new Choice(v.Code, v.Name, Group: d.Name)).Prepend(new Choice(d.Code, d.Name, Group: d.Name)));

    public IEnumerable<Choice> Sources => Words.Sources;
}
