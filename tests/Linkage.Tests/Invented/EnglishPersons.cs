namespace Layar.Linkage.Tests.Invented;

/// <summary>
/// Persons in the manner of the Febrl generator: up to two errors a field and ten a record, fields lost, names and address lines exchanged,
/// and a few records that share nothing but the name and the number.
/// </summary>
internal sealed class EnglishPersons
{
    public const string Model = """
        { "id": "rec_id", "columns": { "given_name": "given", "surname": "family", "street_number": "text", "address_1": "address", "address_2": "address",
          "suburb": "place", "postcode": "code", "state": "code", "date_of_birth": "date", "soc_sec_id": "identifier" } }
        """;

    private const string Given = "emily jack joshua lachlan thomas isabella james sophie william chloe jessica samuel benjamin daniel matthew nicholas ella georgia hannah liam charlotte lucy olivia ryan harry "
        + "alexander sarah luke mitchell ethan jacob connor riley jordan jayden zachary charlie emma grace amelia caitlin mia madison lauren abbey brooke ruby kyle adam holly michael andrew taylah bailey "
        + "oliver max finn noah lily zoe tahlia amber sienna kate rachel joel aidan dylan hayden nathan cooper angus blake jake patrick imogen alicia erin jasmine maddison paige tara teagan";

    private readonly Random random;
    private readonly Words given;
    private readonly Words surnames;
    private readonly Words streets;
    private readonly Words estates;
    private readonly Words suburbs;
    private readonly string[] postcodes;
    private static readonly string[] Ways = ["street", "place", "crescent", "circuit", "avenue", "road", "court", "close"];
    private static readonly string[] States = ["nsw", "nsw", "nsw", "vic", "vic", "qld", "qld", "wa", "sa", "tas", "act", "nt"];

    public EnglishPersons(int seed)
    {
        random = new Random(seed);
        given = Words.Of(0.8, Given + " " + string.Join(' ', Enumerable.Range(0, 500).Select(_ => Words.Syllables(2, random))));
        surnames = Words.Made(3000, 0.7, random);
        streets = Words.Made(1500, 0.4, random);
        estates = Words.Made(1200, 0.6, random);
        suburbs = Words.Made(900, 0.5, random);
        postcodes = [.. Enumerable.Range(0, 700).Select(_ => random.Next(800, 7400).ToString("0000"))];
    }

    public static InventedFile Empty() => new(Model, "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth", "soc_sec_id");

    public string[] Person() =>
    [
        Maybe(given.Any(random), 0.02), Maybe(surnames.Any(random), 0.01), Maybe(random.Next(1, (int)Math.Pow(10, 1 + random.NextDouble() * 2)).ToString(), 0.03),
        Maybe(streets.Any(random) + (random.Next(9) == 0 ? " " + streets.Any(random) : "") + " " + Ways[random.Next(Ways.Length)], 0.02),
        Maybe(estates.Any(random) + (random.Next(3) == 0 ? " village" : random.Next(3) == 0 ? " park" : ""), 0.2), Maybe(suburbs.Any(random) + (random.Next(6) == 0 ? " north" : ""), 0.01),
        postcodes[(int)(random.NextDouble() * random.NextDouble() * postcodes.Length)], Maybe(States[random.Next(States.Length)], 0.05),
        Maybe($"{random.Next(1900, 2000)}{random.Next(1, 13):00}{random.Next(1, 29):00}", 0.03), random.Next(1_000_000, 10_000_000).ToString(),
    ];

    /// <param name="most">errors in the record</param>
    /// <param name="perField">errors in one field</param>
    public string[] Repeated(string[] person, int most, int perField)
    {
        var copy = (string[])person.Clone();
        var errors = random.Next(1, most + 1);
        var used = new int[copy.Length];
        for (var e = 0; e < errors; e++)
        {
            var f = random.Next(copy.Length);
            if (used[f]++ >= perField || copy[f].Length == 0) continue;
            copy[f] = random.Next(14) switch
            {
                0 => "",
                1 when f <= 1 => Exchange(copy, 0, 1, f),
                1 when f is 3 or 4 => Exchange(copy, 3, 4, f),
                2 when f is 5 or 6 or 7 => Person()[f],
                _ => Typing.Err(copy[f], random),
            };
        }
        return copy;
    }

    /// <summary>As dataset 4 of Febrl: every person once clean and once with few errors.</summary>
    public (InventedFile Clean, InventedFile Repeated) TwoFiles(int persons, int most, double overlap = 1)
    {
        var (clean, repeated) = (Empty(), Empty());
        for (var p = 0; p < persons; p++)
        {
            var person = Person();
            if (random.NextDouble() < overlap) repeated.Add(p, Repeated(person, most, 1));
            else if (random.Next(2) == 0) repeated.Add(persons + p, Repeated(Person(), most, 1));
            clean.Add(p, person);
        }
        return (clean.Shuffled(random, "a"), repeated.Shuffled(random, "b"));
    }

    /// <summary>As dataset 3 of Febrl: originals, and up to five repetitions of some.</summary>
    public InventedFile OneFile(int originals, int repetitions, int most, int perField)
    {
        var file = Empty();
        var persons = Enumerable.Range(0, originals).Select(_ => Person()).ToArray();
        for (var p = 0; p < originals; p++) file.Add(p, persons[p]);
        for (var made = 0; made < repetitions;)
        {
            var p = random.Next(originals);
            for (var copies = 1 + (int)(random.NextDouble() * random.NextDouble() * 5); copies > 0 && made < repetitions; copies--, made++)
                file.Add(p, Repeated(persons[p], most, perField));
        }
        return file.Shuffled(random, "r");
    }

    private string Exchange(string[] record, int a, int b, int wanted)
    {
        (record[a], record[b]) = (record[b], record[a]);
        return record[wanted];
    }

    private string Maybe(string value, double missing) => random.NextDouble() < missing ? "" : value;
}
