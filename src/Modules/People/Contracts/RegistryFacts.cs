namespace Layar.People.Contracts;

/// <summary>
/// A person as a release names it. Null always means: the release does not say. The table <c>registry_person_row</c> has a column
/// of the same name in snake_case for every fact, <c>import_id</c>, <c>nik_index</c> and <c>family_index</c>; rows are in force when
/// <c>registry_import.state</c> is <c>Committed</c>. Words of lists are the codes of Registry/Data/value-lists.json.
/// </summary>
public sealed record RegistryPerson
{
    public required RegistryRowId Id { get; init; }
    public required RegistryRelease Release { get; init; }

    /// <summary>False when a newer release of the same register covers the kecamatan and names the person no longer.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>16 digits; null when the release has none.</summary>
    public string? Nik { get; init; }
    public string? Name { get; init; }
    public DateOnly? BirthDate { get; init; }

    /// <summary>L or P.</summary>
    public string? Sex { get; init; }

    /// <summary>head, spouse, child, child-in-law, grandchild, parent, parent-in-law, relative, helper, other</summary>
    public string? Relation { get; init; }

    /// <summary>single, married, divorced, widowed</summary>
    public string? Marital { get; init; }

    /// <summary>Kemendagri code.</summary>
    public string? Village { get; init; }
    public string? Address { get; init; }
    public string? Rt { get; init; }
    public string? Rw { get; init; }

    /// <summary>National welfare decile of the family, 1 (poorest) to 10.</summary>
    public int? Decile { get; init; }

    /// <summary>Receives health insurance paid by the centre (PBI-JK), by the region.</summary>
    public bool? PbiNational { get; init; }
    public bool? PbiLocal { get; init; }
    public bool? Pkh { get; init; }
    public bool? Bpnt { get; init; }
    public bool? Kks { get; init; }
    public bool? Kip { get; init; }

    /// <summary>never, attending, ended</summary>
    public string? School { get; init; }

    /// <summary>Highest level or certificate: none, primary, junior, senior, diploma, degree.</summary>
    public string? Education { get; init; }
    public bool? Working { get; init; }
    public bool? OwnsBusiness { get; init; }

    /// <summary>state (civil servant, soldier, police, company of the State), other</summary>
    public string? Employment { get; init; }

    /// <summary>Functional difficulties that the release names; null when it says nothing of any, <c>None</c> when it says there are none.</summary>
    public Difficulties? Difficulties { get; init; }

    /// <summary>How hard each is, one sign for each in their order: 0 none, 1 some, 2 named without a grade, 3 much, 4 not able, - not said; null when no grades were kept.</summary>
    public string? DifficultyGrades { get; init; }
    public bool? ChronicIllness { get; init; }
    public bool? Malnourished { get; init; }
    public bool? Pregnant { get; init; }
}

/// <summary>The ten functional difficulties of the DTSEN person file.</summary>
[Flags]
public enum Difficulties
{
    None = 0,
    Seeing = 1,
    Hearing = 2,
    Walking = 4,
    Hands = 8,
    Learning = 16,
    Behaviour = 32,
    Speaking = 64,
    SelfCare = 128,
    Remembering = 256,
    Sadness = 512,
}

/// <summary>A family as a release names it; columns of <c>registry_family_row</c> in the same way.</summary>
public sealed record RegistryFamily
{
    public required RegistryRowId Id { get; init; }
    public required RegistryRelease Release { get; init; }
    public required bool IsCurrent { get; init; }

    /// <summary>16 digits.</summary>
    public required string FamilyCard { get; init; }
    public string? HeadName { get; init; }

    /// <summary>As stated by the release; <see cref="People"/> may be fewer.</summary>
    public int? Size { get; init; }
    public string? Village { get; init; }
    public string? Address { get; init; }
    public int? Decile { get; init; }
    public int? DecileProvince { get; init; }
    public int? DecileRegency { get; init; }
    public bool? PbiNational { get; init; }
    public bool? PbiLocal { get; init; }

    /// <summary>own, rented, free, official, other</summary>
    public string? House { get; init; }
    public string? Floor { get; init; }
    public string? Wall { get; init; }
    public string? Roof { get; init; }

    /// <summary>Square metres.</summary>
    public int? FloorArea { get; init; }
    public string? Water { get; init; }
    public string? Lighting { get; init; }
    public string? Power { get; init; }
    public string? Cooking { get; init; }
    public string? Toilet { get; init; }

    /// <summary>Movable and immovable assets that the family has; null when the release says nothing of any.</summary>
    public Assets? Assets { get; init; }

    /// <summary>The head first, then by age.</summary>
    public IReadOnlyList<RegistryPerson> People { get; init; } = [];
}

/// <summary>Assets of the DTSEN family file.</summary>
[Flags]
public enum Assets
{
    None = 0,
    GasCylinder = 1,
    Refrigerator = 1 << 1,
    AirConditioner = 1 << 2,
    WaterHeater = 1 << 3,
    Telephone = 1 << 4,
    FlatTelevision = 1 << 5,
    Gold = 1 << 6,
    Computer = 1 << 7,
    Motorcycle = 1 << 8,
    Bicycle = 1 << 9,
    Car = 1 << 10,
    Boat = 1 << 11,
    MotorBoat = 1 << 12,
    Smartphone = 1 << 13,
    OtherLand = 1 << 14,
    OtherHouse = 1 << 15,
    Livestock = 1 << 16,
}
