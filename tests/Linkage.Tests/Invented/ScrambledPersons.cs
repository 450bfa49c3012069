namespace Layar.Linkage.Tests.Invented;

/// <summary>Few columns, many errors, in the manner of the small demonstration files of Splink: letters in disorder, names exchanged, birthdays moved.</summary>
internal sealed class ScrambledPersons(int seed)
{
    public const string Model = """
        { "id": "rec_id", "columns": { "first_name": "given", "surname": "family", "dob": "date", "city": "place", "email": "text" } }
        """;

    private readonly Random random = new(seed);
    private static readonly Words Given = Words.Of(0.6, "olivia amelia isla ava mia isabella sophia grace lily freya emily ivy ella rosie evie florence poppy charlotte willow evelyn daisy "
        + "oliver george arthur noah muhammad leo oscar harry archie jack henry charlie freddie theodore thomas finley theo alfie jacob william isaac tommy joshua james ethan ryan matilda julia molly alexander");
    private static readonly Words Family = Words.Of(0.9, "smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall wood jackson clarke "
        + "turner harris watson bell morris cooper baxter andrews macdonald maxwell james carr lewis hill mcdonald bolton gray fisher owen ellis wallace connolly bartlett harrison thomas");
    private static readonly Words City = Words.Of(1.3, "london birmingham leeds sunderland manchester sheffield bristol glasgow bolton plymouth peterborough cardiff belfast southampton derby brighton stoke-on-trent southend-on-sea");
    private static readonly Words Mail = Words.Made(4000, 0.1, new Random(7));

    public InventedFile OneFile(int records)
    {
        var file = new InventedFile(Model, "first_name", "surname", "dob", "city", "email");
        for (var person = 0; file.Count < records; person++)
        {
            var born = new DateOnly(1970, 1, 1).AddDays(random.Next(365 * 48));
            string[] truth = [Given.Any(random), Family.Any(random), "", City.Any(random), $"{Mail.Any(random)}{random.Next(100)}@{Mail.Any(random)}.com"];
            for (var copies = random.Next(1, 11); copies > 0 && file.Count < records; copies--) file.Add(person, Copy(truth, born));
        }
        return file.Shuffled(random, "f");
    }

    private string[] Copy(string[] truth, DateOnly born)
    {
        var copy = (string[])truth.Clone();
        copy[2] = (random.Next(4) == 0 ? born.AddDays((int)(100 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))) : born).ToString("yyyy-MM-dd");
        foreach (var f in (int[])[0, 1, 3, 4])
        {
            var chance = random.NextDouble();
            if (chance < 0.14) copy[f] = "";
            else if (chance < 0.32) copy[f] = Typing.Scramble(chance < 0.25 ? Typing.Scramble(copy[f], random) : copy[f], random);
        }
        if (random.Next(5) == 0) (copy[0], copy[1]) = (copy[1], copy[0]);
        return copy;
    }
}
