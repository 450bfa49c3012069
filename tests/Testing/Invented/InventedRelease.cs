using System.Globalization;
using System.Text;

namespace Layar.Testing.Invented;

/// <summary>
/// A DTSEN release of persons who do not exist: every NIK and family card has the serial 0000. Person i is the same in every
/// run, so that a second release can name the same people with other facts.
/// </summary>
public sealed class InventedRelease(int persons)
{
    public const int DatesOfBirth = 27_000;
    private static readonly string[] Given = ["Aminah", "Rusmini", "Syahrani", "Masrani", "Rahmadi", "Norhayati", "Galuh", "Anang", "Hamdani", "Jamilah", "Fitriah", "Sarkawi", "Bahrani", "Artini", "Masnah"];
    private static readonly string[] Second = ["Contoh", "Rekaan", "Umpama", "Misal", "Andai", "Seumpama", "Ibarat"];

    /// <summary>Kemendagri code, BPS code as invented here, desa, kecamatan.</summary>
    public static readonly (string Code, string Bps, string Village, string District)[] Villages =
    [
        ("63.11.01.2001", "6311010001", "MUARA NINIAN", "JUAI"), ("63.11.01.2003", "6311010003", "JUAI", "JUAI"), ("63.11.01.2006", "6311010006", "GALUMBANG", "JUAI"),
        ("63.11.02.2002", "6311020002", "BANGKAL", "HALONG"), ("63.11.02.2004", "6311020004", "TABUAN", "HALONG"), ("63.11.02.2005", "6311020005", "HALONG", "HALONG"),
        ("63.11.06.1023", "6311060012", "PARINGIN KOTA", "PARINGIN"), ("63.11.07.2006", "6311070006", "GALUMBANG", "PARINGIN SELATAN"),
    ];

    public static readonly string[] FamilyHeader =
    [
        "nomor_kartu_keluarga", "nama_kepala_keluarga", "jumlah_anggota_keluarga", "alamat", "provinsi", "kabupaten_kota", "kecamatan", "kelurahan_desa", "kode_kelurahan_desa", "desil_nasional", "desil_provinsi",
        "desil_kabupaten_kota", "pbi_nas", "status_kepemilikan_rumah", "jenis_lantai_terluas", "luas_lantai", "sumber_air_minum_utama", "daya_terpasang", "aset_bergerak_sepeda_motor", "aset_bergerak_mobil", "sapi",
    ];

    public static readonly string[] PersonHeader =
    [
        "nomor_induk_kependudukan", "nomor_kartu_keluarga", "nama", "tanggal_lahir", "usia", "jenis_kelamin", "status_hubungan_keluarga", "status_kawin", "partisipasi_sekolah", "ijazah_tertinggi", "status_bekerja",
        "pbi_nas", "penyakit_kronis", "penglihatan", "berjalan_atau_naik_tangga", "alamat", "rt", "rw",
    ];

    /// <summary>Families of one to five persons; family f begins with person <see cref="First"/>.</summary>
    public int Families { get; } = FamilyOf(persons - 1) + 1;

    public int Persons => persons;

    /// <summary>Two releases name the same decile except of every n-th family; 0 for none.</summary>
    public int DecileMovesEvery { get; init; }

    /// <summary>The year for which ages are told.</summary>
    public int Year { get; init; } = 2025;

    public static string Nik(int i)
    {
        var born = Born(i);
        return $"{Area(i / DatesOfBirth)}{born.Day + (IsWoman(i) ? 40 : 0):00}{born:MMyy}0000";
    }

    public static string Card(int family) => $"{Area(family / 5000)}{new DateOnly(2006, 1, 1).AddDays(family % 5000):ddMMyy}0000";

    public static DateOnly Born(int i) => new DateOnly(1940, 1, 1).AddDays(i % DatesOfBirth);

    public static bool IsWoman(int i) => i * 7 % 13 < 7;

    public static string Name(int i) => $"{Given[i % Given.Length]} {Second[i / 15 % Second.Length]} {i / 105}".ToUpperInvariant();

    /// <summary>Of every fifteen persons: families of 1, 2, 3, 4 and 5.</summary>
    public static int FamilyOf(int i) => i / 15 * 5 + (i % 15) switch { 0 => 0, < 3 => 1, < 6 => 2, < 10 => 3, _ => 4 };

    public static int First(int family) => family / 5 * 15 + (family % 5) switch { 0 => 0, 1 => 1, 2 => 3, 3 => 6, _ => 10 };

    public static int VillageOf(int family) => family / 7 % Villages.Length;

    public int Decile(int family) => (family * 3 + (DecileMovesEvery > 0 && family % DecileMovesEvery == 0 ? 1 : 0)) % 10 + 1;

    public string[] Family(int f)
    {
        var (_, bps, village, district) = Villages[VillageOf(f)];
        var last = Math.Min(persons, First(f + 1));
        return
        [
            Card(f), Name(First(f)), Text(last - First(f)), $"JL. DESA NO. {f % 90 + 1}", "KALIMANTAN SELATAN", "BALANGAN", district, village, bps, Text(Decile(f)), Text(Decile(f)), Text(Decile(f)),
            f % 3 == 0 ? "1" : "2", "MILIK SENDIRI", f % 2 == 0 ? "KAYU/PAPAN" : "SEMEN/BATA MERAH", Text(20 + f % 60), "SUMUR TERLINDUNG", "450 WATT", f % 2 == 0 ? "1" : "2", "2", Text(f % 4 == 0 ? 2 : 0),
        ];
    }

    public string[] Person(int i)
    {
        var born = Born(i);
        var head = First(FamilyOf(i)) == i;
        return
        [
            Nik(i), Card(FamilyOf(i)), Name(i), born.ToString(i % 3 == 0 ? "dd/MM/yyyy" : i % 3 == 1 ? "yyyy-MM-dd" : "dd-MM-yyyy", CultureInfo.InvariantCulture), Text(Year - born.Year), IsWoman(i) ? "P" : "L",
            head ? "KEPALA KELUARGA" : "ANAK", head ? "2" : "1", "TIDAK BERSEKOLAH LAGI", "SD/SEDERAJAT", i % 2 == 0 ? "YA" : "TIDAK", i % 3 == 0 ? "1" : "2", i % 17 == 0 ? "HIPERTENSI" : "TIDAK ADA",
            i % 50 == 0 ? "BANYAK KESULITAN" : "TIDAK MENGALAMI KESULITAN", i % 40 == 0 ? "2" : "1", $"JL. DESA NO. {FamilyOf(i) % 90 + 1}", Text(i % 9 + 1), "",
        ];
    }

    public IEnumerable<string[]> FamilyRows() => Enumerable.Range(0, Families).Select(Family);

    public IEnumerable<string[]> PersonRows() => Enumerable.Range(0, persons).Select(Person);

    /// <summary>Writes a text file; returns its path.</summary>
    public static string Csv(string path, string[] header, IEnumerable<string[]> rows, char separator = ';', Encoding? encoding = null)
    {
        using var file = new StreamWriter(path, false, encoding ?? new UTF8Encoding(false));
        file.WriteLine(string.Join(separator, header));
        foreach (var row in rows) file.WriteLine(string.Join(separator, row.Select(c => c.Contains(separator) || c.Contains('"') ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)));
        return path;
    }

    private static string Area(int n) => $"63{n / 9 % 11 + 1:00}{n % 9 + 1:00}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
