using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Time;
using Layar.People.Categories;
using Layar.People.Facts;
using Layar.People.Households;
using Layar.People.Lists;
using Layar.People.Merging;
using Layar.People.Participation;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Persons;

/// <summary>A person with everything around: facts with their sources, household, types, programmes, cases, history.</summary>
internal sealed class PersonFileModel(
    PersonAtHand hand, PersonViewing viewing, NikWarnings warnings, CategoryWords types, ReceivedProgrammes received, ReadLog log, ICurrentStaff staff, PersonWords words) : OnePerson(hand, staff, words)
{
    /// <summary>Fields of the summary card, in its order.</summary>
    private static readonly string[] Summary = ["name", "alias", "nik", "familyCard", "birthPlace", "birthDate", "estimatedAge", "sex", "address", "rt", "area"];

    [BindProperty] public string? Purpose { get; set; }

    public PersonView View { get; private set; } = null!;

    /// <summary>The numbers in full, once, after the purpose was written down.</summary>
    public bool Revealed { get; private set; }

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ?? await Shown(stop);

    public async Task<IActionResult> OnPostLihatNikAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        if (string.IsNullOrWhiteSpace(Purpose)) ModelState.AddModelError(nameof(Purpose), "people.refused.purpose");
        else
        {
            await log.Opened(Member.As(Readers), "nik", Person.Id.Value, Purpose.Trim(), stop);
            Revealed = true;
        }
        return await Shown(stop);
    }

    private async Task<IActionResult> Shown(CancellationToken stop)
    {
        View = await viewing.Read(Group, Member, stop);
        Warnings = await warnings.Of(Person, Member, stop);
        return Page();
    }

    public IEnumerable<FactLine> Lines => Summary.Concat(FactField.OfStrangers).Where(f => f != "estimatedAge" || View.Facts.Best("birthDate") is null).Select(f => FactLine.Of(f, View.Facts, Words, Revealed)).OfType<FactLine>();

    public bool HasNumbers => View.Facts.Best("nik") is not null || View.Facts.Best("familyCard") is not null;

    public IEnumerable<HeldCategory> TypesNow => View.Categories.Where(c => c.HoldsOn(Words.Today));

    public IEnumerable<HeldCategory> TypesBefore => View.Categories.Where(c => !c.HoldsOn(Words.Today));

    public IEnumerable<CategoryWord> Suggested => MayWrite
        ? types.Suggested(Words.Years(Person.BirthDate, Person.EstimatedAge, Person.CreatedAt), Person.Sex, TypesNow.Where(c => c.Kind == CategoryKind.Ppks).Select(c => c.Code)) : [];

    public string TypeName(HeldCategory held) => held.Hidden ? Words.Text("people.type.hidden") : types.Find(held.Kind, held.Code)?.Name ?? held.Code;

    public IEnumerable<(string One, string Other)> Clashes => received.Clashes(View.Running(Words.Today)).Select(c => (Words.Programme(c.One), Words.Programme(c.Other)));

    public IEnumerable<PersonPair> Doubles => View.Pairs.Where(p => p.State is PairState.Open or PairState.Review);

    public IEnumerable<PersonPair> MergedPairs => View.Pairs.Where(p => p.State == PairState.Same);

    public bool MayMerge => Member.HasAny(PersonAccess.Mergers);

    public bool RunsNow(ProgrammeParticipation one) => one.RunsOn(Words.Today);

    public HouseholdTotal Total => View.Total(Words.Today);

    public string AgeOf(HouseholdMember member) => Words.About(member.Person);

    public string When(DateTime at) => Wita.Brief(at);
}

/// <summary>One line of the summary with where it comes from.</summary>
internal sealed record FactLine(string Label, string Value, string Provenance, bool Disputed, IReadOnlyList<(string Value, string Provenance, bool Withdrawn)> Others)
{
    public static FactLine? Of(string field, KnownFacts facts, PersonWords words, bool revealed)
    {
        var all = facts.Of(field);
        if (all.Count == 0) return null;
        string Value(KnownFact f) => revealed && FactField.Find(f.Field)!.Sealed ? f.Value : words.Value(f.Field, f.Value);
        var best = facts.Best(field);
        var others = all.Where(f => f != best).Select(f => (Value(f), From(f, words), f.Withdrawn)).ToList();
        return new FactLine($"people.field.{field}", best is null ? "–" : Value(best), best is null ? "" : From(best, words), facts.Disputed(field), others);
    }

    private static string From(KnownFact f, PersonWords words) => words.From(f);
}
