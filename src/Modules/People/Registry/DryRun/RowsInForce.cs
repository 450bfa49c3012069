using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>What other imports of the same release hold in force, as far as a row may contradict it. About 70 bytes a person.</summary>
internal sealed class RowsInForce
{
    private readonly Dictionary<UInt128, Stated> persons = [];
    private readonly Dictionary<UInt128, Stated> families = [];

    /// <summary>Persons without a NIK, who are known again by what else the row says, and how often.</summary>
    private readonly Dictionary<Stated, int> unnumbered = [];

    public void Add(byte[]? nik, string? name, DateOnly? birth, string? sex, byte[]? card, string? village, int? decile)
    {
        var said = Stated.Of(name, birth, sex, card, village, decile);
        if (nik is not null) persons[SeenRows.Key(nik)] = said;
        else unnumbered[said.Person] = unnumbered.GetValueOrDefault(said.Person) + 1;
    }

    public void AddFamily(byte[] card, string? village, int? decile) => families[SeenRows.Key(card)] = Stated.Of(null, null, null, null, village, decile);

    public bool HasPerson(UInt128 nik) => persons.ContainsKey(nik);

    public bool HasFamily(UInt128 card) => families.ContainsKey(card);

    public bool Differs(UInt128 nik, RegistryPersonRow row) => Of(row).Contradicts(persons[nik]);

    public bool FamilyDiffers(UInt128 card, SeenFamily family) => Stated.Of(null, null, null, null, family.Village, family.Decile).Contradicts(families[card]);

    /// <summary>Whether a row without NIK is one of those in force; each of them is met once.</summary>
    public bool Meet(RegistryPersonRow row)
    {
        var person = Of(row).Person;
        if (unnumbered.GetValueOrDefault(person) is not (> 0 and var left)) return false;
        unnumbered[person] = left - 1;
        return true;
    }

    private static Stated Of(RegistryPersonRow row) => Stated.Of(row.Name, row.BirthDate, row.Sex, row.FamilyIndex, row.Village, row.Decile);

    /// <summary>0 where nothing is said. Hashes hold for this process, as long as the dry run.</summary>
    private readonly record struct Stated(int Name, int Birth, int Sex, int Card, int Village, int Decile)
    {
        public Stated Person => this with { Decile = 0 };

        public static Stated Of(string? name, DateOnly? birth, string? sex, byte[]? card, string? village, int? decile) =>
            new(Hash(name), birth?.DayNumber ?? 0, Hash(sex), card is null ? 0 : BitConverter.ToInt32(card), Hash(village), decile ?? 0);

        /// <summary>Says something that the other does not.</summary>
        public bool Contradicts(Stated other) => Other(Name, other.Name) || Other(Birth, other.Birth) || Other(Sex, other.Sex) || Other(Card, other.Card) || Other(Village, other.Village) || Other(Decile, other.Decile);

        private static bool Other(int said, int before) => said != 0 && said != before;

        private static int Hash(string? text) => text is null ? 0 : text.GetHashCode(StringComparison.Ordinal);
    }
}
