using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Layar.People.Tests.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Population;

/// <summary>A release of invented persons whose columns hold everything that an import can leave there, the same for one seed.</summary>
internal sealed class RandomRelease(int seed)
{
    private static readonly string?[] Powers = [null, "450 WATT", "900", "1300 VA", "2.200 VA", "10450", "450 450", "tanpa meteran", "45", "6600 W"];
    private readonly Random random = new(seed);
    private readonly RegistryImportId import = new(Guid.CreateVersion7());

    public static DateOnly AsOf { get; } = new(2026, 10, 1);

    /// <summary>Puts it in force.</summary>
    public Task<RegistryImportId> Write(RegistryServer server, int families, RegistryKind kind = RegistryKind.Dtsen, DateOnly? asOf = null) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var now = DateTime.UtcNow;
        db.Add(new RegistryImport
        {
            Id = import, Kind = kind, AsOf = asOf ?? AsOf, State = ImportState.Committed, Title = "acak.csv", Hash = Bytes(), Files = "[]", BytesTotal = 1, CreatedAt = now, CreatedBy = "Uji", CommittedAt = now, Version = 1,
        });
        for (var family = 0; family < families; family++) db.AddRange(Family(random.Next(10)));
        await db.SaveChangesAsync();
        return import;
    });

    /// <summary>Now and then of people without a card, or with a card of which nothing more is said.</summary>
    private IEnumerable<object> Family(int kind)
    {
        var card = kind == 0 ? null : Bytes();
        var members = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Person(card)).ToList();
        if (kind > 1) yield return Home(card!, Of<int?>(members.Count, members.Count, members.Count, members.Count + 1, 0, null));
        foreach (var member in members) yield return member;
    }

    private RegistryFamilyRow Home(byte[] card, int? size) => new()
    {
        Id = new(Guid.CreateVersion7()), ImportId = import, Sheet = 1, Line = 2, SealedFamilyCard = Bytes(), FamilyIndex = card, Size = size, House = Of(null, "own", "rented", "free", "official", "other"),
        Power = Of(Powers), Lighting = Of(null, "metered", "other-electric", "none"), Floor = Of(null, "earth", "bamboo", "ceramic", "wood", "tile"), Wall = Of(null, "brick", "woven-bamboo", "plaster", "wood"),
        Roof = Of(null, "thatch", "concrete", "zinc", "other"),
    };

    private RegistryPersonRow Person(byte[]? card) => new()
    {
        Id = new(Guid.CreateVersion7()), ImportId = import, Sheet = 0, Line = 2, NikIndex = random.Next(6) == 0 ? null : Bytes(), FamilyIndex = card, BirthDate = Born(), Sex = Of(null, "L", "P", "P"),
        Village = Of(null, "63.11.02.2004", "63.11.07.2006", "63.09.01.2001", "63.110.1.2001"), Decile = Of<int?>(null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), PbiNational = Said(), PbiLocal = Said(), Pkh = Said(), Bpnt = Said(),
        Kip = Said(), School = Of(null, "never", "attending", "attending", "ended"), Education = Of(null, "none", "primary", "junior", "senior", "degree"), Working = Said(), Employment = Of(null, null, "state", "other", "other"),
        OwnsBusiness = Said(), ChronicIllness = Said(), Pregnant = Said(), Difficulties = Of<int?>(null, 0, 5), DifficultyGrades = random.Next(3) == 0 ? null : Grades(),
    };

    private DateOnly? Born() => random.Next(8) switch
    {
        0 => null,
        1 => new(Of(2024, 2016, 1960, 1948), 2, 29),
        2 => AsOf.AddDays(random.Next(-400, 200)),
        _ => new DateOnly(1935, 1, 1).AddDays(random.Next(33_000)),
    };

    private string Grades() => random.Next(4) == 0 ? "----------" : string.Concat(Enumerable.Range(0, 10).Select(_ => random.Next(3) > 0 ? '0' : "-01234"[random.Next(6)]));

    private bool? Said() => Of<bool?>(null, true, false);

    private T Of<T>(params T[] all) => all[random.Next(all.Length)];

    private byte[] Bytes()
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return bytes;
    }
}
