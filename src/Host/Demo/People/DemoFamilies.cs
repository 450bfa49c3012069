using Layar.Areas.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Kernel.Time;
using Layar.People.Contracts;

namespace Layar.Host.Demo.People;

/// <summary>Thinks out the families of a small DTSEN release: around persons of the demo, and some of every village. The same for the same persons.</summary>
internal sealed class DemoFamilies(DemoWords words, DemoRegisterWords register, DateOnly asOf)
{
    private const int OfEachVillage = 3;
    private const string Head = "Kepala keluarga", Spouse = "Istri/suami", Child = "Anak";
    private const string Married = "Kawin", Single = "Belum kawin", Widowed = "Cerai mati";

    private readonly Random random = new(20261123);
    private readonly HashSet<string> numbers = [];
    private int cards;

    /// <param name="known">with NIK, birthday and village; one of eight stands in no release, as in real life</param>
    /// <param name="villages">of the office</param>
    public IEnumerable<DemoFamily> All(IEnumerable<PersonFacts> known, IEnumerable<Area> villages)
    {
        foreach (var person in known.Where(_ => random.Next(8) != 0))
            if (numbers.Add(person.Nik!)) yield return Around(person);
        foreach (var village in villages)
            for (var i = 0; i < OfEachVillage; i++) yield return Family(village.Code, Adult(village.Code, random.Next(24, 80), random.Next(4) == 0 ? "P" : "L"));
    }

    private DemoFamily Around(PersonFacts person)
    {
        var (born, village) = (person.BirthDate!.Value, person.Area!);
        var age = Math.Max(0, born.YearsUntil(asOf));
        if (age >= 22) return Family(village, new(person.Nik!, person.Name!, person.Sex, born, age, Head, Single, Job(age)));
        var head = Adult(village, age + random.Next(22, 36), "L");
        return Family(village, head, new(person.Nik!, person.Name!, person.Sex, born, age, Child, Single, Job(age)));
    }

    private DemoFamily Family(string village, DemoRelative head, DemoRelative? child = null)
    {
        var members = new List<DemoRelative>();
        var alone = child is null && random.Next(100) < (head.Age > 65 ? 60 : 25);
        members.Add(head with { Marital = alone ? Widowed : Married });
        if (!alone) members.Add(Relative(village, Math.Max(19, head.Age - random.Next(-3, 6)), head.Sex == "L" ? "P" : "L", Spouse, Married));
        if (child is not null) members.Add(child);
        for (var more = random.Next(3); more > 0 && head.Age is > 24 and < 62; more--)
            members.Add(Relative(village, Math.Max(0, head.Age - random.Next(22, 38)), random.Next(2) == 0 ? "L" : "P", Child, Single));
        return Living(village, members);
    }

    private DemoFamily Living(string village, List<DemoRelative> members)
    {
        // Twice drawn, the lower counts: most of those whom the office meets are poor.
        var rank = Math.Min(random.Next(10), random.Next(10));
        var state = rank >= 6 && random.Next(3) == 0;
        if (state) members[0] = members[0] with { Job = "PNS" };
        return new(Card(village), village, $"RT {random.Next(1, 8):000}", random.Next(25) == 0 ? null : rank + 1, register.Homes[Math.Min(register.Homes.Length - 1, rank / 2)], random.Next(5) != 0, members);
    }

    private DemoRelative Adult(string village, int age, string sex) => Relative(village, age, sex, Head, Single);

    private DemoRelative Relative(string village, int age, string sex, string relation, string marital)
    {
        var born = asOf.AddYears(-age).AddDays(-random.Next(360));
        while (!numbers.Add(Nik(village, born, sex))) born = born.AddDays(-1);
        age = born.YearsUntil(asOf);
        return new(Nik(village, born, sex), words.Name(random, sex), sex, born, age, relation, marital, relation == Spouse && sex == "P" ? "Mengurus rumah tangga" : Job(age));
    }

    private string? Job(int age) => age < 7 ? null : age <= 18 ? "Pelajar/mahasiswa" : age > 75 ? "Tidak bekerja" : DemoWords.Pick(random, register.Jobs);

    private static string Nik(string village, DateOnly born, string sex) => $"{Place(village)}{born.Day + (sex == "P" ? 40 : 0):00}{born.Month:00}{born.Year % 100:00}0000";

    private string Card(string village) => $"{Place(village)}{new DateOnly(2005, 1, 1).AddDays(cards++):ddMMyy}0000";

    private static string Place(string village) => village.Replace(".", "", StringComparison.Ordinal)[..6];
}
