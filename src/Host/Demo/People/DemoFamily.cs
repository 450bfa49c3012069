namespace Layar.Host.Demo.People;

/// <summary>A family of the demo's DTSEN release.</summary>
/// <param name="Card">number of its family card, with the serial 0000</param>
/// <param name="Village">Kemendagri code</param>
/// <param name="Decile">1 poorest to 10; null: the release gives none</param>
/// <param name="Members">the head first</param>
internal sealed record DemoFamily(string Card, string Village, string Address, int? Decile, DemoHome Home, bool Owned, IReadOnlyList<DemoRelative> Members)
{
    public bool Poor => Decile <= 5;
}

/// <param name="Nik">with the serial 0000, never issued to anybody</param>
/// <param name="Relation">to the head, as DTSEN writes it</param>
internal sealed record DemoRelative(string Nik, string Name, string Sex, DateOnly Born, int Age, string Relation, string Marital, string? Job)
{
    public bool AtSchool => Age is >= 7 and <= 18;
}

/// <summary>How a house is built and what it has, as DTSEN writes it.</summary>
internal sealed record DemoHome(string Floor, string Wall, string Roof, string Power, string Water, string Toilet, string Cooking);

/// <summary>Words of the release, the homes from the poorest to the best.</summary>
internal sealed record DemoRegisterWords(string[] Jobs, string[] Illnesses, string[] Disabilities, DemoHome[] Homes);
