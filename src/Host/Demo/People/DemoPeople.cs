using Layar.Host.Demo.Arrivals;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Households;
using Layar.People.Participation;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.People;

/// <summary>Households, types, programmes, strangers and doubles around the newest persons of the demo, written by the product's own handlers.</summary>
internal sealed class DemoPeople(
    AppDb db, AddPerson add, JoinHousehold join, AddCategory type, AddParticipation programme, CategoryWords types, DemoStaff staff, DemoWords words)
{
    private const int Most = 36;
    private static readonly string[] ForOld = ["permakanan", "pkh", "perawatan-rumah"];
    private static readonly string[] ForOthers = ["sembako", "pbi-jk", "pkh", "blt-dd"];

    private readonly Random random = new(20261122);

    public async Task Make(DateTime now, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.Kind == DatabaseKind.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF", stop);
            var persons = await db.Set<Person>().AsNoTracking().Where(p => p.Name != null && p.Area != null && !p.Restricted).OrderByDescending(p => p.Id).Take(Most).ToListAsync(stop);
            for (var i = 0; i < persons.Count; i++) await Around(persons[i], i, Wita.Day(now), stop);
            for (var i = 0; i < Math.Min(3, persons.Count); i++) await Stranger(persons[i].Area!, Wita.Day(now), stop);
        }
        finally
        {
            if (db.Kind == DatabaseKind.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private StaffMember Desk => staff.Of(Roles.Operator);

    private async Task Around(Person person, int number, DateOnly today, CancellationToken stop)
    {
        var age = person.BirthDate is { } born ? today.Year - born.Year : person.EstimatedAge ?? 40;
        var since = today.AddDays(-random.Next(20, 400));
        if (types.Suggested(age, person.Sex, []).FirstOrDefault() is { } fitting && number % 3 != 2) await type.Do(person.Id, new(fitting.Kind, fitting.Code, since, new("kunjungan", since, true)), Desk, stop);
        if (number % 7 == 0) await type.Do(person.Id, new(CategoryKind.Disability, DemoWords.Pick(random, (string[])["fisik", "netra", "rungu"]), since, new("kunjungan", since, true)), Desk, stop);
        if (number % 2 == 0)
            await programme.Do(person.Id, new(DemoWords.Pick(random, age >= 60 ? ForOld : ForOthers), since, null, DemoWords.Pick(random, (long[])[200_000, 250_000, 600_000]), Rhythm.Monthly, today.AddMonths(random.Next(1, 9)), new("dtsen", since, false)), Desk, stop);
        if (number % 3 == 0 && age >= 20) await Family(person, age, since, stop);
        if (number % 12 == 5) await Again(person, today, stop);
        db.ChangeTracker.Clear();
    }

    private async Task Family(Person head, int age, DateOnly since, CancellationToken stop)
    {
        await join.Do(head, new(null, null, HouseholdRole.Head, since, new("desa", since, false)), Desk, stop);
        var home = await db.Set<Membership>().AsNoTracking().Where(m => m.PersonId == head.Id && m.Until == null).Select(m => m.HouseholdId).FirstAsync(stop);
        var other = head.Sex == "P" ? "L" : "P";
        await Member(head, home, HouseholdRole.Spouse, other, Math.Max(19, age - random.Next(-3, 6)), since, stop);
        for (var child = random.Next(0, 3); child > 0; child--) await Member(head, home, HouseholdRole.Child, random.Next(2) == 0 ? "L" : "P", Math.Max(1, age - random.Next(22, 35)), since, stop);
    }

    private async Task Member(Person head, HouseholdId home, HouseholdRole role, string sex, int age, DateOnly since, CancellationToken stop)
    {
        var input = new FactInput
        {
            Name = words.Name(random, sex), Sex = sex, BirthDate = since.AddYears(-age).AddDays(-random.Next(300)), AgeGroup = age < 18 ? "child" : age >= 60 ? "elderly" : "adult",
            Area = head.Area, Rt = head.Rt, Source = "desa", AsOf = since,
        };
        if (!(await add.Do(input, false, Desk, stop)).TryGet(out var card, out _)) return;
        var person = await db.Set<Person>().AsNoTracking().FirstAsync(p => p.Id == card.Id, stop);
        await join.Do(person, new(home, null, role, since, new("desa", since, false)), Desk, stop);
        if (age is >= 6 and < 18) await programme.Do(person.Id, new("pip", since, null, 450_000, Rhythm.Yearly, null, new("instansi", since, false)), Desk, stop);
    }

    /// <summary>The same person a second time, as another desk would write it.</summary>
    private Task Again(Person person, DateOnly today, CancellationToken stop) => add.Do(new FactInput
    {
        Name = person.Name!.Replace("oe", "u", StringComparison.OrdinalIgnoreCase).Replace("y", "j", StringComparison.OrdinalIgnoreCase), Sex = person.Sex, BirthDate = person.BirthDate,
        EstimatedAge = person.EstimatedAge, Area = person.Area, Source = "keluarga", AsOf = today,
    }, false, Desk, stop);

    private async Task Stranger(string area, DateOnly today, CancellationToken stop)
    {
        var sex = random.Next(2) == 0 ? "L" : "P";
        await add.Do(new FactInput
        {
            EstimatedAge = random.Next(25, 70), Sex = sex, Area = area, Marks = "Rambut sebahu, bekas luka di pipi kiri", Clothes = "Kaus abu-abu, celana pendek", Language = "Sedikit bicara, logat Jawa",
            FoundPlace = words.Landmark(random), FoundOn = today.AddDays(-random.Next(1, 20)), Source = "perkiraan", AsOf = today,
        }, true, Desk, stop);
        db.ChangeTracker.Clear();
    }
}
