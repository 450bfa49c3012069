using System.Globalization;
using System.Text;
using Layar.Host.Demo.Arrivals;
using Layar.Kernel.Sheets;

namespace Layar.Host.Demo.People;

/// <summary>Writes families as the two files of a DTSEN release: people and families.</summary>
internal sealed class DemoRegisterSheets(DemoRegisterWords register)
{
    private static readonly string[] PersonHeaders =
    [
        "nomor_induk_kependudukan", "nomor_kartu_keluarga", "nama", "tanggal_lahir", "jenis_kelamin", "status_hubungan_keluarga", "status_kawin", "kode_kelurahan_desa", "alamat", "ada_pkh", "ada_bpnt",
        "pbi_nas", "ada_kip", "partisipasi_sekolah", "ijazah_tertinggi", "status_bekerja", "status_dalam_pekerjaan_utama", "penyakit_kronis", "sta_hamil", "jenis_cacat",
    ];

    private static readonly string[] FamilyHeaders =
    [
        "nomor_kartu_keluarga", "nama_kepala_keluarga", "jumlah_anggota_keluarga", "kode_kelurahan_desa", "alamat", "desil_nasional", "status_kepemilikan_rumah", "jenis_lantai_terluas",
        "jenis_dinding_terluas", "jenis_atap_terluas", "sumber_penerangan_utama", "daya_terpasang", "sumber_air_minum_utama", "fasilitas_bab", "bahan_bakar_utama_memasak",
    ];

    private readonly Random random = new(20261124);

    public Stream Persons(IEnumerable<DemoFamily> families) => Written(PersonHeaders, families.SelectMany(f => Rows(f)));

    public static Stream Families(IEnumerable<DemoFamily> families) => Written(FamilyHeaders, families.Select(Row));

    private IEnumerable<string?[]> Rows(DemoFamily family)
    {
        var pkh = family.Decile <= 4 && random.Next(10) < 6 && family.Members.Any(m => m.AtSchool || m.Age >= 60);
        var (food, insured) = (family.Poor && random.Next(10) < 6, family.Poor && random.Next(10) < 6);
        return family.Members.Select((m, place) => new[]
        {
            m.Nik, family.Card, m.Name, m.Born.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), m.Sex, m.Relation, m.Marital, family.Village, family.Address, Answer(pkh && place == 0), Answer(food && place == 0),
            Answer(insured), m.AtSchool ? Answer(family.Decile <= 4 && random.Next(2) == 0) : null, School(m), Certificate(m.Age), Answer(Works(m)), m.Job,
            m.Age > 50 && random.Next(4) == 0 ? DemoWords.Pick(random, register.Illnesses) : "Tidak ada", Expecting(m), random.Next(25) == 0 ? DemoWords.Pick(random, register.Disabilities) : "Tidak",
        });
    }

    private string? Expecting(DemoRelative one) => one.Sex == "P" && one.Age is >= 20 and < 42 && one.Relation != "Anak" ? Answer(random.Next(12) == 0) : one.Sex == "P" ? "Tidak" : null;

    private static bool Works(DemoRelative one) => one is { Job: not (null or "Pelajar/mahasiswa" or "Tidak bekerja" or "Mengurus rumah tangga") };

    private static string School(DemoRelative one) => one.Age < 7 ? "Belum pernah sekolah" : one.AtSchool ? "Masih sekolah" : "Tidak bersekolah lagi";

    private static string? Certificate(int age) => age switch { < 7 => null, < 13 => "Tidak punya ijazah", < 16 => "SD", < 19 => "SMP", < 45 => "SMA", _ => "SD" };

    private static string?[] Row(DemoFamily family) =>
    [
        family.Card, family.Members[0].Name, Number(family.Members.Count), family.Village, family.Address, family.Decile is { } decile ? Number(decile) : null, family.Owned ? "Milik sendiri" : "Bebas sewa",
        family.Home.Floor, family.Home.Wall, family.Home.Roof, "Listrik PLN", family.Home.Power, family.Home.Water, family.Home.Toilet, family.Home.Cooking,
    ];

    private static string Answer(bool yes) => yes ? "Ya" : "Tidak";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static MemoryStream Written(string[] headers, IEnumerable<string?[]> rows) =>
        new(Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(headers).Select(CsvCell.Line))));
}
