using Layar.Eligibility.Facts;

namespace Layar.People.Tests.Population;

/// <summary>Rules as a planner may write them, one after another for one seed; four of five conditions ask what registers tell.</summary>
internal sealed class RandomRuleTexts(FactCatalogue facts, int seed)
{
    private static readonly string[] Registered =
    [
        "usia", "desil", "jenis_kelamin", "menerima", "pernah_menerima", "sekolah", "hamil", "label", "disabilitas_berat", "status_rumah", "rumah_tidak_layak", "daya_listrik", "punya_usaha", "warga", "terdaftar",
        "jumlah_anggota", "keluarga_pegawai_negara", "jaminan_kesehatan",
    ];

    private readonly Random random = new(seed);

    public string Next() => Tree(3, household: true);

    private string Tree(int depth, bool household) => (depth, random.Next(10)) switch
    {
        (> 0, < 5) => "(" + string.Join(random.Next(2) == 0 ? " dan " : " atau ", Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(depth - 1, household))) + ")",
        (> 0, 5) => $"tidak ({Tree(depth - 1, household)})",
        (_, 6) when household => $"{Of("ada", "semua")} anggota ({Tree(1, false)})",
        (_, 7) when household => $"jumlah anggota ({Tree(1, false)}) {Of(">=", "<", "=", "<>")} {random.Next(4)}",
        _ => Asked(),
    };

    private string Asked()
    {
        var fact = random.Next(5) > 0 ? facts.Find(Of(Registered))! : facts.All[random.Next(facts.All.Count)];
        return fact.Type switch
        {
            FactType.YesNo => fact.Code,
            FactType.Number when random.Next(3) == 0 => $"{fact.Code} antara {Number(fact, 0)} sampai {Number(fact, 1)}",
            FactType.Number => $"{fact.Code} {Of(">=", "<=", "<", ">", "=", "<>")} {Number(fact, random.Next(2))}",
            FactType.Date => $"{fact.Code} dalam {random.Next(1, 20)} bulan",
            FactType.History => $"pernah menerima \"{Choice(fact)}\"" + Of("", $" dalam {random.Next(1, 5)} tahun"),
            FactType.Choice => $"{fact.Code} {Of("=", "<>")} \"{Choice(fact)}\"",
            _ => $"{fact.Code} {Of("salah satu", "semua")} ({string.Join(", ", Choices(fact).Select(c => $"\"{c}\""))})",
        };
    }

    /// <summary>In the lower or in the upper half of what is likely.</summary>
    private int Number(FactDefinition fact, int half)
    {
        var most = fact.Code switch { "usia" => 90, "desil" => 10, _ => 6 };
        return Math.Max(fact.Lowest, random.Next(half * most / 2, most / 2 + half * most / 2));
    }

    private string Choice(FactDefinition fact) => fact.Choices[random.Next(fact.Choices.Count)].Code;

    /// <summary>One to three, among them mostly one that registers tell of.</summary>
    private IEnumerable<string> Choices(FactDefinition fact) => fact.Choices.Select(c => c.Code).OrderBy(c => random.NextDouble() + (c is "PKH" or "SEMBAKO" or "disabilitas" or "sakit-menahun" ? 0 : 0.6)).Take(random.Next(1, 4));

    private T Of<T>(params T[] all) => all[random.Next(all.Length)];
}
