namespace Layar.Catalogue.Contracts;

/// <summary>What a dated figure counts.</summary>
public enum FigureUnit { Number, Decile, Age, Years, Months, Days, Persons, Rupiah }

/// <summary>Codes of parameters.json that code names.</summary>
public static class FigureCodes
{
    /// <summary>Days after which a field phone without contact to the office erases what it carries.</summary>
    public const string FieldPhoneSilence = "hari_hp_tanpa_kabar";

    /// <summary>Years below which nobody works in the service of the State, so that a child of a register is not asked for it.</summary>
    public const string YoungestOfState = "usia_pegawai_negara";

    public static readonly IReadOnlyList<string> All = [FieldPhoneSilence, YoungestOfState];
}
