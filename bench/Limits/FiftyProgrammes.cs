namespace Layar.Bench.Limits;

/// <summary>Fifty programmes, each as a rule of the language and as what a programmer would write by hand for the answer yes.</summary>
internal static class FiftyProgrammes
{
    private const byte Yes = 1, No = 2;
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly int Since1 = Ago(1), Since2 = Ago(2), Since3 = Ago(3), Since5 = Ago(5), Since10 = Ago(10);

    public static readonly (string Rule, Eligible Eligible)[] All =
    [
        ("desil <= 4 dan tidak pekerja_negara dan (hamil atau usia <= 6 atau usia >= 60 atau disabilitas_berat)", static (in RegistryRow p) => p.Desil is >= 1 and <= 4 && p.Servant == No && (p.Pregnant == Yes || p.Age is >= 0 and <= 6 || p.Age >= 60 || p.Disabled == Yes)),
        ("desil <= 5 dan tidak pekerja_negara dan (hamil atau usia <= 6 atau usia >= 60 atau disabilitas_berat)", static (in RegistryRow p) => p.Desil is >= 1 and <= 5 && p.Servant == No && (p.Pregnant == Yes || p.Age is >= 0 and <= 6 || p.Age >= 60 || p.Disabled == Yes)),
        ("desil <= 3 dan tidak pekerja_negara dan (hamil atau usia <= 6 atau usia >= 60 atau disabilitas_berat)", static (in RegistryRow p) => p.Desil is >= 1 and <= 3 && p.Servant == No && (p.Pregnant == Yes || p.Age is >= 0 and <= 6 || p.Age >= 60 || p.Disabled == Yes)),
        ("desil <= 4 dan tidak pekerja_negara", static (in RegistryRow p) => p.Desil is >= 1 and <= 4 && p.Servant == No),
        ("desil <= 5 dan tidak pekerja_negara", static (in RegistryRow p) => p.Desil is >= 1 and <= 5 && p.Servant == No),
        ("desil <= 5 dan tidak menerima \"PBI\" dan tidak pekerja_negara", static (in RegistryRow p) => p.Desil is >= 1 and <= 5 && p.Pbi == No && p.Servant == No),
        ("desil <= 6 dan tidak menerima \"PBI\" dan tidak pekerja_negara", static (in RegistryRow p) => p.Desil is >= 1 and <= 6 && p.Pbi == No && p.Servant == No),
        ("usia antara 6 sampai 21 dan (desil <= 4 atau menerima \"PKH\")", static (in RegistryRow p) => p.Age is >= 6 and <= 21 && (p.Desil is >= 1 and <= 4 || p.Pkh == Yes)),
        ("usia antara 7 sampai 12 dan (desil <= 4 atau menerima \"PKH\")", static (in RegistryRow p) => p.Age is >= 7 and <= 12 && (p.Desil is >= 1 and <= 4 || p.Pkh == Yes)),
        ("usia antara 13 sampai 15 dan (desil <= 4 atau menerima \"PKH\")", static (in RegistryRow p) => p.Age is >= 13 and <= 15 && (p.Desil is >= 1 and <= 4 || p.Pkh == Yes)),
        ("usia antara 16 sampai 18 dan (desil <= 4 atau menerima \"PKH\")", static (in RegistryRow p) => p.Age is >= 16 and <= 18 && (p.Desil is >= 1 and <= 4 || p.Pkh == Yes)),
        ("usia antara 6 sampai 15 dan (desil <= 4 atau menerima \"PKH\")", static (in RegistryRow p) => p.Age is >= 6 and <= 15 && (p.Desil is >= 1 and <= 4 || p.Pkh == Yes)),
        ("usia < 18 dan label memuat \"yatim-piatu\" dan desil <= 5", static (in RegistryRow p) => p.Age is >= 0 and < 18 && p.Orphan == Yes && p.Desil is >= 1 and <= 5),
        ("usia < 21 dan label memuat \"yatim-piatu\" dan desil <= 5", static (in RegistryRow p) => p.Age is >= 0 and < 21 && p.Orphan == Yes && p.Desil is >= 1 and <= 5),
        ("usia < 15 dan label memuat \"yatim-piatu\" dan desil <= 5", static (in RegistryRow p) => p.Age is >= 0 and < 15 && p.Orphan == Yes && p.Desil is >= 1 and <= 5),
        ("usia >= 60 dan (label memuat \"terlantar\" atau desil <= 2) dan tidak menerima \"PERMAKANAN\"", static (in RegistryRow p) => p.Age >= 60 && (p.Abandoned == Yes || p.Desil is >= 1 and <= 2) && p.Meals == No),
        ("usia >= 70 dan (label memuat \"terlantar\" atau desil <= 2) dan tidak menerima \"PERMAKANAN\"", static (in RegistryRow p) => p.Age >= 70 && (p.Abandoned == Yes || p.Desil is >= 1 and <= 2) && p.Meals == No),
        ("usia >= 75 dan (label memuat \"terlantar\" atau desil <= 2) dan tidak menerima \"PERMAKANAN\"", static (in RegistryRow p) => p.Age >= 75 && (p.Abandoned == Yes || p.Desil is >= 1 and <= 2) && p.Meals == No),
        ("usia >= 80 dan (label memuat \"terlantar\" atau desil <= 2) dan tidak menerima \"PERMAKANAN\"", static (in RegistryRow p) => p.Age >= 80 && (p.Abandoned == Yes || p.Desil is >= 1 and <= 2) && p.Meals == No),
        ("rumah = \"milik\" dan rumah_tidak_layak dan desil <= 4 dan tidak pernah menerima \"RTLH\" dalam 5 tahun", static (in RegistryRow p) => p.House == 1 && p.Unfit == Yes && p.Desil is >= 1 and <= 4 && p.Rtlh >= 0 && p.Rtlh < Since5),
        ("rumah = \"milik\" dan rumah_tidak_layak dan desil <= 5 dan tidak pernah menerima \"RTLH\" dalam 10 tahun", static (in RegistryRow p) => p.House == 1 && p.Unfit == Yes && p.Desil is >= 1 and <= 5 && p.Rtlh >= 0 && p.Rtlh < Since10),
        ("rumah = \"milik\" dan rumah_tidak_layak dan desil <= 3 dan tidak pernah menerima \"RTLH\" dalam 3 tahun", static (in RegistryRow p) => p.House == 1 && p.Unfit == Yes && p.Desil is >= 1 and <= 3 && p.Rtlh >= 0 && p.Rtlh < Since3),
        ("(label memuat \"terlantar\" atau disabilitas_berat atau usia >= 60) dan desil <= 4 dan tidak pernah menerima \"SANDANG\" dalam 1 tahun", static (in RegistryRow p) => (p.Abandoned == Yes || p.Disabled == Yes || p.Age >= 60) && p.Desil is >= 1 and <= 4 && p.Clothing >= 0 && p.Clothing < Since1),
        ("(label memuat \"terlantar\" atau disabilitas_berat atau usia >= 60) dan desil <= 4 dan tidak pernah menerima \"SANDANG\" dalam 2 tahun", static (in RegistryRow p) => (p.Abandoned == Yes || p.Disabled == Yes || p.Age >= 60) && p.Desil is >= 1 and <= 4 && p.Clothing >= 0 && p.Clothing < Since2),
        ("(label memuat \"terlantar\" atau disabilitas_berat atau usia >= 60) dan desil <= 4 dan tidak pernah menerima \"SANDANG\" dalam 3 tahun", static (in RegistryRow p) => (p.Abandoned == Yes || p.Disabled == Yes || p.Age >= 60) && p.Desil is >= 1 and <= 4 && p.Clothing >= 0 && p.Clothing < Since3),
        ("usia antara 20 sampai 45 dan menerima salah satu (\"PKH\", \"SEMBAKO\") dan tidak pekerja_negara", static (in RegistryRow p) => p.Age is >= 20 and <= 45 && (p.Pkh == Yes || p.Sembako == Yes) && p.Servant == No),
        ("usia antara 20 sampai 55 dan menerima salah satu (\"PKH\", \"SEMBAKO\") dan tidak pekerja_negara", static (in RegistryRow p) => p.Age is >= 20 and <= 55 && (p.Pkh == Yes || p.Sembako == Yes) && p.Servant == No),
        ("usia antara 18 sampai 59 dan menerima salah satu (\"PKH\", \"SEMBAKO\") dan tidak pekerja_negara", static (in RegistryRow p) => p.Age is >= 18 and <= 59 && (p.Pkh == Yes || p.Sembako == Yes) && p.Servant == No),
        ("usia antara 18 sampai 40 dan menerima salah satu (\"PKH\", \"SEMBAKO\") dan tidak pekerja_negara", static (in RegistryRow p) => p.Age is >= 18 and <= 40 && (p.Pkh == Yes || p.Sembako == Yes) && p.Servant == No),
        ("desil <= 1 dan tidak menerima \"PKH\" dan tidak menerima \"SEMBAKO\" dan tidak menerima \"BLT-DD\"", static (in RegistryRow p) => p.Desil is >= 1 and <= 1 && p.Pkh == No && p.Sembako == No && p.Village == No),
        ("desil <= 2 dan tidak menerima \"PKH\" dan tidak menerima \"SEMBAKO\" dan tidak menerima \"BLT-DD\"", static (in RegistryRow p) => p.Desil is >= 1 and <= 2 && p.Pkh == No && p.Sembako == No && p.Village == No),
        ("desil <= 3 dan tidak menerima \"PKH\" dan tidak menerima \"SEMBAKO\" dan tidak menerima \"BLT-DD\"", static (in RegistryRow p) => p.Desil is >= 1 and <= 3 && p.Pkh == No && p.Sembako == No && p.Village == No),
        ("disabilitas_berat dan desil <= 3 dan tidak menerima \"PKH\"", static (in RegistryRow p) => p.Disabled == Yes && p.Desil is >= 1 and <= 3 && p.Pkh == No),
        ("disabilitas_berat dan desil <= 4 dan tidak menerima \"PKH\"", static (in RegistryRow p) => p.Disabled == Yes && p.Desil is >= 1 and <= 4 && p.Pkh == No),
        ("penghasilan < 1.000.000 dan rumah salah satu (\"sewa\", \"menumpang\")", static (in RegistryRow p) => p.Income is >= 0 and < 1_000_000 && p.House is 2 or 3),
        ("penghasilan < 1.500.000 dan rumah salah satu (\"sewa\", \"menumpang\")", static (in RegistryRow p) => p.Income is >= 0 and < 1_500_000 && p.House is 2 or 3),
        ("penghasilan < 2.000.000 dan rumah salah satu (\"sewa\", \"menumpang\")", static (in RegistryRow p) => p.Income is >= 0 and < 2_000_000 && p.House is 2 or 3),
        ("jenis_kelamin = \"P\" dan usia antara 18 sampai 59 dan desil <= 4 dan penghasilan < 2.000.000", static (in RegistryRow p) => p.Sex == 2 && p.Age is >= 18 and <= 59 && p.Desil is >= 1 and <= 4 && p.Income is >= 0 and < 2_000_000),
        ("jenis_kelamin = \"P\" dan usia antara 20 sampai 59 dan desil <= 4 dan penghasilan < 2.000.000", static (in RegistryRow p) => p.Sex == 2 && p.Age is >= 20 and <= 59 && p.Desil is >= 1 and <= 4 && p.Income is >= 0 and < 2_000_000),
        ("hamil dan jumlah anggota (usia <= 6) >= 1 dan desil <= 4", static (in RegistryRow p) => p.Pregnant == Yes && p.Toddlers >= 1 && p.Desil is >= 1 and <= 4),
        ("hamil dan jumlah anggota (usia <= 6) >= 2 dan desil <= 4", static (in RegistryRow p) => p.Pregnant == Yes && p.Toddlers >= 2 && p.Desil is >= 1 and <= 4),
        ("jumlah anggota (usia <= 6) >= 2 dan penghasilan < 2.500.000", static (in RegistryRow p) => p.Toddlers >= 2 && p.Income is >= 0 and < 2_500_000),
        ("jumlah anggota (usia <= 6) >= 3 dan penghasilan < 2.500.000", static (in RegistryRow p) => p.Toddlers >= 3 && p.Income is >= 0 and < 2_500_000),
        ("menerima \"PBI\" dan desil >= 5", static (in RegistryRow p) => p.Pbi == Yes && p.Desil >= 5),
        ("menerima \"PBI\" dan desil >= 7", static (in RegistryRow p) => p.Pbi == Yes && p.Desil >= 7),
        ("usia <= 0 dan (menerima \"PKH\" atau desil <= 5)", static (in RegistryRow p) => p.Age is >= 0 and <= 0 && (p.Pkh == Yes || p.Desil is >= 1 and <= 5)),
        ("usia <= 2 dan (menerima \"PKH\" atau desil <= 5)", static (in RegistryRow p) => p.Age is >= 0 and <= 2 && (p.Pkh == Yes || p.Desil is >= 1 and <= 5)),
        ("tidak hamil dan jenis_kelamin = \"P\" dan usia antara 15 sampai 49 dan desil <= 3", static (in RegistryRow p) => p.Pregnant == No && p.Sex == 2 && p.Age is >= 15 and <= 49 && p.Desil is >= 1 and <= 3),
        ("label memuat semua (\"terlantar\", \"yatim-piatu\")", static (in RegistryRow p) => p.Abandoned == Yes && p.Orphan == Yes),
        ("rumah_tidak_layak dan rumah <> \"milik\" dan penghasilan <= 1.500.000", static (in RegistryRow p) => p.Unfit == Yes && p.House is 2 or 3 && p.Income is >= 0 and <= 1_500_000),
    ];

    private static int Ago(int years) => Today.AddYears(-years).DayNumber;
}
