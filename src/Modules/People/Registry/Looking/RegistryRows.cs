using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.Looking;

/// <summary>Stored rows as the rest of the house sees them.</summary>
internal static class RegistryRows
{
    public static RegistryPerson Shown(this RegistryPersonRow r, RegistryRelease release, bool current, FieldCipher cipher) => new()
    {
        Id = r.Id, Release = release, IsCurrent = current, Nik = cipher.Open(r.SealedNik, RegistryPersonRow.NikColumn, r.Id.Value), Name = r.Name, BirthDate = r.BirthDate,
        Sex = r.Sex, Relation = r.Relation, Marital = r.Marital, Village = r.Village, Address = r.Address, Rt = r.Rt, Rw = r.Rw, Decile = r.Decile,
        PbiNational = r.PbiNational, PbiLocal = r.PbiLocal, Pkh = r.Pkh, Bpnt = r.Bpnt, Kks = r.Kks, Kip = r.Kip, School = r.School, Education = r.Education,
        Working = r.Working, OwnsBusiness = r.OwnsBusiness, Employment = r.Employment, Difficulties = (Difficulties?)r.Difficulties, DifficultyGrades = r.DifficultyGrades, ChronicIllness = r.ChronicIllness,
        Malnourished = r.Malnourished, Pregnant = r.Pregnant,
    };

    public static RegistryFamily Shown(this RegistryFamilyRow r, RegistryRelease release, bool current, FieldCipher cipher, IReadOnlyList<RegistryPerson> people) => new()
    {
        Id = r.Id, Release = release, IsCurrent = current, FamilyCard = cipher.Open(r.SealedFamilyCard, RegistryFamilyRow.CardColumn, r.Id.Value)!, HeadName = r.HeadName,
        Size = r.Size, Village = r.Village, Address = r.Address, Decile = r.Decile, DecileProvince = r.DecileProvince, DecileRegency = r.DecileRegency,
        PbiNational = r.PbiNational, PbiLocal = r.PbiLocal, House = r.House, Floor = r.Floor, Wall = r.Wall, Roof = r.Roof, FloorArea = r.FloorArea,
        Water = r.Water, Lighting = r.Lighting, Power = r.Power, Cooking = r.Cooking, Toilet = r.Toilet, Assets = (Assets?)r.Assets, People = people,
    };
}
