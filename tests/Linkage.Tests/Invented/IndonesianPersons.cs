namespace Layar.Linkage.Tests.Invented;

/// <summary>
/// Households as a social registry lists them: one family card and address, names with titles and in old spellings, mononyms, twins, default
/// birthdays, and copies with the errors of village lists. Numbers of persons have the serial 0000 and belong to nobody.
/// </summary>
internal sealed class IndonesianPersons
{
    public const string Model = """
        { "id": "rec_id", "columns": { "nama": "fullname", "nik": "identifier", "tanggal_lahir": "date", "jk": "sex", "alamat": "address", "desa": "place", "telepon": "text" } }
        """;

    public const string ModelWithoutNumbers = """
        { "id": "rec_id", "columns": { "nama": "fullname", "tanggal_lahir": "date", "jk": "sex", "alamat": "address", "desa": "place" } }
        """;

    private const string Men = "muhammad ahmad abdul rahman agus budi slamet supriyadi rudi hendra yusuf ibrahim syahrani syaifullah hasan husin jamaludin zainal fauzi ridwan iskandar sukarno sujono joko bambang eko dwi tri "
        + "heru wahyu yanto rahmat hidayat noor arsyad basuki junaidi mahyudin fadli rizki aditya dedi andi asmuni mursyid suriansyah kurniawan saputra pratama gunawan suryadi";
    private const string Women = "siti nur sri dewi ani aminah fatimah aisyah khadijah rahmawati sumiati kartini yuliana ratna wati lestari indah puspita maryam zahra rukiah norhayati mariana hamidah halimah juwariyah salamah "
        + "rusmini tuti endang ningsih rina yanti susanti mulyani rohani jamilah masitah hadijah fitriani wulandari permata anggraini astuti kusuma safitri";

    private static readonly (string Plain, string[] Others)[] Spellings =
    [
        ("muhammad", ["moh.", "mochammad", "mohammad", "m.", "muh.", "muhamad"]), ("ahmad", ["achmad", "akhmad", "ahmat"]), ("abdul", ["abd.", "abd", "abdoel"]), ("siti", ["st.", "sitti"]),
        ("nur", ["noor", "noer", "nor"]), ("yusuf", ["jusuf", "yusup"]), ("sukarno", ["soekarno"]), ("sujono", ["soedjono", "sudjono"]), ("supriyadi", ["soepriyadi", "supriadi"]), ("joko", ["djoko"]),
        ("aisyah", ["aisjah", "aisah", "aysah"]), ("syahrani", ["sahrani", "sjahrani"]), ("fatimah", ["patimah", "fatima"]), ("khadijah", ["hadijah", "chadijah"]), ("fauzi", ["fauji", "pauzi"]), ("rizki", ["rizky", "risky"]),
        ("zainal", ["jainal"]), ("wahyu", ["wahju"]), ("hidayat", ["hidajat"]), ("rukiah", ["rukijah", "rokiah"]), ("dwi", ["dwie"]), ("sri", ["srie"]),
    ];

    private readonly Random random;
    private readonly Words men;
    private readonly Words women;
    private readonly Words streets;
    private readonly string[] villages;

    public IndonesianPersons(int seed)
    {
        random = new Random(seed);
        men = Words.Of(0.7, Men + " " + string.Join(' ', Enumerable.Range(0, 600).Select(_ => Words.Syllables(2, random) + "an")));
        women = Words.Of(0.7, Women + " " + string.Join(' ', Enumerable.Range(0, 600).Select(_ => Words.Syllables(2, random) + "ah")));
        streets = Words.Made(3000, 0.4, random);
        villages = [.. Enumerable.Range(0, 900).Select(_ => Words.Syllables(2, random) + "an " + (random.Next(3) == 0 ? Words.Syllables(1, random) : ""))];
    }

    /// <param name="persons">about so many, in households</param>
    /// <param name="repeated">share of persons that stand a second time, with errors</param>
    public InventedFile OneFile(int persons, double repeated, bool numbers = true)
    {
        var file = numbers ? new InventedFile(Model, "nama", "nik", "tanggal_lahir", "jk", "alamat", "desa", "telepon") : new InventedFile(ModelWithoutNumbers, "nama", "nik", "tanggal_lahir", "jk", "alamat", "desa", "telepon");
        var person = 0;
        while (person < persons)
        {
            foreach (var member in Household())
            {
                file.Add(person, member);
                if (random.NextDouble() < repeated) file.Add(person, Copy(member));
                person++;
            }
        }
        return file.Shuffled(random, "p");
    }

    private List<string[]> Household()
    {
        var village = random.Next(villages.Length);
        var address = $"Jl. {streets.Any(random)} No. {random.Next(1, 200)} RT {random.Next(1, 12):00}";
        var telephone = "08" + random.NextInt64(1_000_000_000, 9_999_999_999);
        var members = new List<string[]>();
        var size = random.Next(1, 6);
        for (var i = 0; i < size; i++)
        {
            var man = i == 0 || (i > 1 && random.Next(2) == 0);
            var born = Born(i < 2);
            if (i > 2 && random.Next(40) == 0) born = DateOnly.ParseExact(members[^1][2], "dd-MM-yyyy");
            members.Add([Name(man), Number(village, born, man), born.ToString("dd-MM-yyyy"), man ? "L" : "P", address, villages[village], random.Next(3) == 0 ? "" : telephone]);
        }
        return members;
    }

    private DateOnly Born(bool parent)
    {
        var year = parent ? random.Next(1950, 1995) : random.Next(1990, 2024);
        return random.Next(12) == 0 ? new DateOnly(year, 1, 1) : new DateOnly(year, 1, 1).AddDays(random.Next(365));
    }

    private string Name(bool man)
    {
        var words = (man ? men : women).Any(random);
        for (var more = random.Next(6) switch { 0 => 0, < 4 => 1, _ => 2 }; more > 0; more--) words += " " + (man ? men : women).Any(random);
        return words;
    }

    private string Number(int village, DateOnly born, bool man) =>
        $"6311{village % 90 + 1:00}{born.Day + (man ? 0 : 40):00}{born.Month:00}{born.Year % 100:00}{random.Next(10_000):0000}";

    /// <summary>As another list has the same person.</summary>
    private string[] Copy(string[] person)
    {
        var copy = (string[])person.Clone();
        copy[0] = Respell(copy[0]);
        if (random.Next(5) == 0) copy[0] = Typing.Err(copy[0], random);
        copy[1] = random.Next(10) switch { 0 or 1 => "", 2 => Typing.Slip(copy[1], random), _ => copy[1] };
        copy[2] = random.Next(12) switch { 0 => "01-01-" + copy[2][6..], 1 => copy[2][3..5] + "-" + copy[2][..2] + copy[2][5..], 2 => Typing.Slip(copy[2], random), 3 => "", _ => copy[2] };
        if (random.Next(50) == 0) copy[3] = copy[3] == "L" ? "P" : "L";
        copy[4] = random.Next(6) switch { 0 => "", 1 => copy[4].Replace("Jl. ", "Jalan ", StringComparison.Ordinal), 2 => Typing.Err(copy[4], random), 3 => copy[4].Split(" RT")[0], _ => copy[4] };
        if (random.Next(10) == 0) copy[5] = Typing.Err(copy[5], random);
        copy[6] = random.Next(4) switch { 0 => "", 1 => "+62" + copy[6].TrimStart('0'), 2 => "08" + random.NextInt64(1_000_000_000, 9_999_999_999), _ => copy[6] };
        return copy;
    }

    private string Respell(string name)
    {
        var words = name.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var known = Array.Find(Spellings, s => s.Plain == words[i]);
            if (known.Others is not null && random.Next(2) == 0 && !(known.Plain == "muhammad" && words.Length == 1)) words[i] = known.Others[random.Next(known.Others.Length)];
        }
        if (words.Length > 2 && random.Next(5) == 0) words = words[..^1];
        if (words.Length == 2 && random.Next(6) == 0) words = [words[0], random.Next(2) == 0 ? "bin" : "binti", words[1]];
        return (random.Next(8) == 0 ? "H. " : "") + string.Join(' ', words);
    }
}
