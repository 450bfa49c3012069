using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Layar.Testing.Invented;

namespace Layar.People.Tests.Registry;

/// <summary>A whole release from the file to the answer about one person.</summary>
[Trait("Kind", "slice"), Collection(RegistryHouse.Name)]
public sealed class ReleaseTests(RegistryServer server)
{
    private static readonly InventedRelease First = new(3000);
    private static readonly InventedRelease Second = new(3000) { DecileMovesEvery = 10 };

    private (string Families, string Persons) Files(InventedRelease release, Func<int, string[], string[]?>? fault = null) => (
        InventedRelease.Csv(server.File("keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()),
        InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, release.PersonRows().Select((row, i) => fault is null ? row : fault(i, row)!).Where(r => r is not null)));

    [Fact]
    public async Task A_release_counts_only_between_commit_and_undo()
    {
        var (families, persons) = Files(First);
        var nik = InventedRelease.Nik(7);
        var import = await server.Try(RegistryKind.Dtsen, new DateOnly(2025, 3, 31), persons, families);
        Assert.Equal(ImportState.Tried, import.State);
        Assert.Equal((3000, First.Families), (import.Result().Persons, import.Result().Families));
        Assert.Empty(import.Result().Causes);
        Assert.Null(await server.Ask(r => r.Person(nik, CancellationToken.None)));

        Assert.True((await server.Commit(import)).IsDone);
        var person = await server.Ask(r => r.Person(nik, CancellationToken.None));
        Assert.NotNull(person);
        Assert.Equal((InventedRelease.Name(7), InventedRelease.Born(7), First.Decile(InventedRelease.FamilyOf(7)), nik), (person.Name, person.BirthDate, person.Decile, person.Nik));
        Assert.Equal(InventedRelease.Villages[InventedRelease.VillageOf(InventedRelease.FamilyOf(7))].Code, person.Village);
        Assert.Equal("dtsen/2025-03-31", person.Release.Source);
        var family = await server.Ask(r => r.FamilyOf(person, CancellationToken.None));
        Assert.Equal(4, family!.People.Count);
        Assert.Equal("head", family.People[0].Relation);
        Assert.Equal(Assets.Motorcycle, family.Assets! & ~Assets.Livestock | (InventedRelease.FamilyOf(7) % 2 == 0 ? 0 : Assets.Motorcycle));
        Assert.Equal(3000, (await server.Ask(r => r.Coverage("63.11", CancellationToken.None))).Where(c => c.Release.Import == import.Id).Sum(c => c.Persons));

        Assert.True((await server.Undo(import)).IsDone);
        Assert.Null(await server.Ask(r => r.Person(nik, CancellationToken.None)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await server.Rows(import) > 0) await Task.Delay(200, patience.Token);
    }

    [Fact]
    public async Task Exactly_the_planted_faults_are_found()
    {
        var (families, persons) = Files(First, (i, row) =>
        {
            row[0] = i switch { 10 => "6,31101E+15", 20 => row[0][..15], 30 => row[0][..14] + "AB", 40 => InventedRelease.Nik(39), 50 => "'" + row[0], 60 => "", 70 => "0000000000000000", _ => row[0] };
            if (i == 80) row[3] = "45/17/1990";
            if (i == 90) row[5] = "X";
            if (i == 100) row[1] = "123";
            if (i == 110) row[3] = "01/01/1999";
            return i == 120 ? [.. row, "geser", "satu"] : row;
        });
        var import = await server.Try(RegistryKind.Dtsen, new DateOnly(2025, 1, 31), families, persons);
        Assert.Equal(new Dictionary<string, int>
        {
            ["nik.scientific"] = 1, ["nik.fifteen"] = 1, ["nik.letters"] = 1, ["nik.contradicts"] = 1, ["nik.filler"] = 1, ["nik.missing"] = 1, ["birth.unreadable"] = 1, ["value.unknown"] = 1,
            ["kk.length-person"] = 1, ["nik.birth-differs"] = 1, ["row.shifted"] = 1, ["age.differs"] = 1,
        }.Where(c => c.Key != "age.differs" || InventedRelease.Born(110).Year is < 1997 or > 2001).ToDictionary(), import.Causes());
        Assert.Equal((6, 2994, 1), (import.Result().Quarantined, import.Result().Persons, import.Result().WithoutNik));
        Assert.Equal("A12", import.Result().Causes.Single(c => c.Cause == "nik.scientific").Places.Single());
        await server.Undo(import);
    }

    [Fact]
    public async Task The_same_release_twice_changes_nothing_and_the_next_one_is_compared()
    {
        var (families, persons) = Files(First);
        var first = await server.Try(RegistryKind.Dtsen, new DateOnly(2025, 6, 30), families, persons);
        Assert.True((await server.Commit(first)).IsDone);
        var again = await server.Try(RegistryKind.Dtsen, new DateOnly(2025, 6, 30), families, persons);
        Assert.Equal((0, 0, 3000 + First.Families), (again.Result().Persons, again.Result().Families, again.Result().AlreadyThere));
        Assert.Equal("people.registry.refused.nothing", (await server.Commit(again)).Refusal?.Code);

        var (newFamilies, newPersons) = Files(Second, (i, row) =>
        {
            if (i is 200 or 201) return null;
            if (i == 300) row[1] = InventedRelease.Card(1);
            if (i == 400) row[0] = InventedRelease.Nik(400 + InventedRelease.DatesOfBirth);
            return row;
        });
        var next = await server.Try(RegistryKind.Dtsen, new DateOnly(2025, 9, 30), newFamilies, newPersons);
        var movement = next.Result().Movement!;
        var moved = Enumerable.Range(0, 3000).Count(i => i is not (200 or 201 or 400) && Second.Decile(i == 300 ? 1 : InventedRelease.FamilyOf(i)) != First.Decile(InventedRelease.FamilyOf(i)));
        Assert.Equal((new DateOnly(2025, 6, 30), 1, 3, 2997, moved, 1), (movement.Against, movement.Entered, movement.Left, movement.Stayed, movement.ChangedDecile, movement.MovedCard));

        Assert.True((await server.Commit(next)).IsDone);
        var gone = await server.Ask(r => r.Person(InventedRelease.Nik(200), CancellationToken.None));
        Assert.False(gone!.IsCurrent);
        Assert.True((await server.Ask(r => r.Person(InventedRelease.Nik(300), CancellationToken.None)))!.IsCurrent);
        // Taken back, what was before counts again.
        await server.Undo(next);
        Assert.True((await server.Ask(r => r.Person(InventedRelease.Nik(200), CancellationToken.None)))!.IsCurrent);
        foreach (var import in (RegistryImport[])[next, again, first]) await server.Undo(import);
    }

    [Fact]
    public async Task The_same_release_again_doubles_nobody_without_a_NIK_and_names_what_says_otherwise()
    {
        static string[] Nameless(int i, string[] row)
        {
            if (i is 60 or 61) row[0] = "";
            return row;
        }
        var (families, persons) = Files(First, Nameless);
        var first = await server.Try(RegistryKind.Dtsen, new DateOnly(2023, 6, 30), families, persons);
        Assert.Equal(2, first.Result().WithoutNik);
        Assert.True((await server.Commit(first)).IsDone);
        (families, persons) = Files(First, (i, row) =>
        {
            if (i == 70) row[0] = "";
            if (i == 80) row[2] = "Nama Lain";
            return Nameless(i, row);
        });
        var again = await server.Try(RegistryKind.Dtsen, new DateOnly(2023, 6, 30), families, persons);
        Assert.Equal((1, 1, 0, 2998 + First.Families), (again.Result().Persons, again.Result().WithoutNik, again.Result().Families, again.Result().AlreadyThere));
        Assert.Equal(new Dictionary<string, int> { ["nik.in-force"] = 1, ["nik.missing"] = 1 }, again.Causes());
        Assert.Equal("A82", again.Result().Causes.Single(c => c.Quarantined).Places.Single());
        await server.Undo(again);
        await server.Undo(first);
    }

    [Fact]
    public async Task A_release_is_taken_back_within_thirty_days_and_not_after()
    {
        var (families, persons) = Files(First);
        var import = await server.Try(RegistryKind.Bdt, new DateOnly(2020, 3, 31), families, persons);
        Assert.True((await server.Commit(import)).IsDone);
        await server.CommittedBefore(import, TimeSpan.FromDays(30));
        var refused = (await server.Undo(import)).Refusal!;
        Assert.Equal(("people.registry.refused.too-late", 30), (refused.Code, refused.Args[0]));
        Assert.Equal(ImportState.Committed, (await server.Look(import.Id)).State);
        await server.CommittedBefore(import, TimeSpan.FromDays(30) - TimeSpan.FromMinutes(5));
        Assert.True((await server.Undo(import)).IsDone);
    }

    [Fact]
    public async Task An_import_that_was_cut_off_begins_anew_by_itself()
    {
        var (_, persons) = Files(First);
        var import = await server.CutOff(persons, new DateOnly(2021, 3, 31));
        import = await server.Tried(import);
        Assert.Equal((3000, 3000), (import.Result().Persons, await server.Rows(import)));
        await server.Undo(import);
    }

    [Fact]
    public async Task A_dry_run_older_than_what_is_in_force_must_be_run_again()
    {
        var (families, persons) = Files(First);
        var one = await server.Try(RegistryKind.Dtks, new DateOnly(2024, 6, 30), families, persons);
        var other = await server.Try(RegistryKind.Dtks, new DateOnly(2024, 6, 30), families, persons);
        Assert.True((await server.Commit(one)).IsDone);
        Assert.Equal("people.registry.refused.stale", (await server.Commit(other)).Refusal?.Code);
        await server.Undo(one);
        await server.Undo(other);
    }
}
