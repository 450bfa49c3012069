using System.Globalization;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Linkage.Pairs;
using Layar.Linkage.Running;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Merging;

/// <summary>One field of the two side by side, with what it says for or against one person.</summary>
internal sealed record ComparedField(string Label, string? One, string? Other, string Agreement, double Weight)
{
    public string Tone => Weight > 0.5 ? "teal" : Weight < -0.5 ? "red" : "grey";

    public string Shown => Weight == 0 ? "0" : Weight.ToString("+0.0;−0.0", CultureInfo.CurrentCulture);
}

/// <summary>"Is this the same person?" Two persons side by side, the weight of each field, and three answers.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager)]
internal sealed class CompareModel(
    PersonAtHand hand, LikelyDoubles doubles, DecidePair handler, FactBook book, ReadLog log, ICurrentStaff staff, PersonWords words) : OnePerson(hand, staff, words)
{
    private readonly PersonAtHand hand = hand;

    [BindProperty(SupportsGet = true, Name = "lain")] public Guid OtherId { get; set; }

    [BindProperty] public string? Decision { get; set; }

    [BindProperty] public Guid? Kept { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public int OtherVersion { get; set; }

    public PersonGroup Other { get; private set; } = null!;

    public WeighedPair Weighed { get; private set; } = null!;

    public IReadOnlyList<ComparedField> Fields { get; private set; } = [];

    public string OtherName => Words.Name(Other.Person);

    public string AdviceTone => Weighed.Advice switch { PairAdvice.Same => "teal", PairAdvice.Review => "amber", _ => "grey" };

    public string Likely => Weighed.Probability switch { > 0.9995 => "> 99,9%", < 0.0005 => "< 0,1%", var p => p.ToString("P1", CultureInfo.CurrentCulture) };

    public IEnumerable<Choice> Decisions =>
    [
        new("Same", "people.pair.same", "people.pair.same.hint"), new("Review", "people.pair.review", "people.pair.review.hint"), new("Different", "people.pair.different", "people.pair.different.hint"),
    ];

    public IEnumerable<Choice> Keeps => new[] { Group, Other }.Select(g => new Choice(g.Person.Id.Value.ToString(), Words.Name(g.Person),
        string.Join(" · ", new[] { Words.About(g.Person), Words.MaskedNik(g.Person), Words.Text("people.since", Kernel.Time.Wita.Date(g.Person.CreatedAt)) }.Where(t => t is not null))));

    protected override bool WritesEntries => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Both(stop) is { } no) return no;
        (Version, OtherVersion) = (Person.Version, Other.Person.Version);
        Kept = (Group.Person.NikIndex is null && Other.Person.NikIndex is not null ? Other : Group).Person.Id.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Both(stop) is { } no) return no;
        var state = Decision switch { "Same" => PairState.Same, "Review" => PairState.Review, "Different" => PairState.Different, _ => PairState.Open };
        var kept = Kept is { } chosen ? new PersonId(chosen) : (PersonId?)null;
        var odds = (int)Math.Round(Weighed.Odds * 1000);
        var outcome = await handler.Do(new DecidePairCommand(Person.Id, Other.Person.Id, state, kept, (Version, OtherVersion), odds, Reason), Member, stop);
        if (outcome.Refusal is not { } why) return Done($"people.pair.done.{state}", state == PairState.Same ? $"/petugas/warga/{kept!.Value.Value}" : "/petugas/warga/ganda");
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Both(CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        if (await hand.Find(new PersonId(OtherId), Member, stop) is not { } other) return NotFound();
        if (other.Person.Id == Person.Id) return LocalRedirect(Path);
        Other = other;
        Weighed = doubles.Weigh(Person, other.Person);
        var (mine, theirs) = (await book.Of(Group.All, stop), await book.Of(other.All, stop));
        // Ages that follow from two birthdays were not weighed.
        var dated = Person.BirthDate is not null && other.Person.BirthDate is not null;
        Fields = [.. Weighed.Evidence.Where(e => !dated || e.Column != "age").Select(e => Compared(e, mine, theirs))];
        foreach (var one in new[] { Person, other.Person }) await log.Opened(Member.As(PersonAccess.Mergers), "person", one.Id.Value, Words.Text("people.log.compare"), stop);
        return null;
    }

    private ComparedField Compared(FieldEvidence evidence, KnownFacts mine, KnownFacts theirs)
    {
        if (evidence.Column == FieldEvidence.Household) return new ComparedField("people.pair.household", null, null, Words.Text("people.level.household"), evidence.Weight);
        string? Value(KnownFacts facts, Person person) => evidence.Column switch
        {
            "age" => Words.Age(person),
            "name" => facts.Value("name") ?? facts.Value("alias"),
            var field => facts.Value(field) is { } value ? Words.Value(field, value) : null,
        };
        return new ComparedField($"people.pair.field.{evidence.Column}", Value(mine, Person), Value(theirs, Other.Person), Words.Text($"people.level.{evidence.Agreement}"), evidence.Weight);
    }
}
