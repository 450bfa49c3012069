using Layar.Letters.Contracts;
using Layar.Letters.Sealing;
using Layar.Letters.Templates;

namespace Layar.Letters.Tests;

/// <summary>One letter of each kind, with invented people.</summary>
internal static class SampleLetters
{
    public const string Site = "https://layar.contoh.go.id";
    public const string Code = "R7K2PM4D";
    public static readonly SealDetails Details = new("Dinas Sosial Kabupaten Balangan", "Surat Rekomendasi 400.9/0127/DINSOS-BLG/2026", "Paringin", new(2026, 11, 27, 6, 30, 5, DateTimeKind.Utc));

    public static LetterDocument Recommendation { get; } = Letter(LetterKind.Recommendation) with
    {
        Subject =
        [
            new("Nama", "Aminah binti Hasan", Strong: true), new("NIK", "6311025208520003"),
            new("Tempat, tanggal lahir", "Halong, 12 Agustus 1952"), new("Alamat", "Desa Tabuan RT 02, Kecamatan Halong"),
            new("Status DTSEN", "Desil 1 (Oktober 2026)"),
        ],
        Fields = new Dictionary<string, string>
        {
            ["authority"] = "Kepala Dinas Sosial Kabupaten Balangan", ["report-number"] = "LS-7KQ4-M2XD", ["visit-date"] = "2026-11-24",
            ["unit"] = "Bidang Rehabilitasi Sosial", ["valid-days"] = "90",
        },
        Lists = new Dictionary<string, IReadOnlyList<string>> { ["programmes"] = ["Permakanan Lanjut Usia Telantar", "Pendampingan Perawatan di Rumah"] },
        Copies = ["Kepala Bidang Rehabilitasi Sosial", "Camat Halong"],
    };

    public static LetterDocument Statement { get; } = Letter(LetterKind.Statement) with
    {
        Subject = [new("Nama", "Rusli", Strong: true), new("Alamat", "Desa Mauya, Kecamatan Halong")],
        Fields = new Dictionary<string, string>
        {
            ["authority"] = "Kepala Dinas Sosial Kabupaten Balangan", ["basis"] = "hasil verifikasi lapangan tanggal 24 November 2026",
            ["statement"] = "adalah benar terdaftar dalam DTSEN pada desil 2 (Oktober 2026).", ["purpose"] = "pengurusan beasiswa", ["valid-days"] = "30",
        },
    };

    public static LetterDocument Assignment { get; } = Letter(LetterKind.Assignment) with
    {
        Fields = new Dictionary<string, string> { ["place"] = "Desa Tabuan, Kecamatan Halong", ["start-date"] = "2026-11-30", ["end-date"] = "2026-12-01", ["cost"] = "2500000" },
        Lists = new Dictionary<string, IReadOnlyList<string>>
        {
            ["bases"] = ["Peraturan Bupati Balangan tentang Tugas dan Fungsi Dinas Sosial.", "Laporan nomor LS-7KQ4-M2XD tanggal 21 November 2026."],
            ["tasks"] = ["Melaksanakan kunjungan rumah dan asesmen.", "Mendampingi klien ke Puskesmas Halong."],
        },
        Assignees = [new("Siti Norhaliza, S.Sos.", "199001012015032001", "Penata (III/c)", "Pekerja Sosial Ahli Muda"), new("Ahmad Rifani", null, null, "Tenaga Kesejahteraan Sosial Kecamatan Halong")],
        Signatory = Head with { Position = "Sekretaris", OnBehalfOf = "Kepala Dinas Sosial", Acting = ActingKind.Plh },
    };

    public static LetterDocument Receipt { get; } = Letter(LetterKind.Receipt) with
    {
        Subject = [new("Pelapor", "Fitriani"), new("Perihal", "Lanjut usia telantar")],
        Fields = new Dictionary<string, string>
        {
            ["report-number"] = "LS-7KQ4-M2XD", ["received-at"] = "Sabtu, 21 November 2026 pukul 14.30 WITA", ["channel"] = "loket pelayanan",
            ["officer"] = "Nurul Hidayah", ["answer-due"] = "2026-11-25", ["tracking-address"] = "layar.contoh.go.id/lacak",
        },
        Lists = new Dictionary<string, IReadOnlyList<string>> { ["attachments"] = ["Fotokopi KTP", "Fotokopi kartu keluarga"] },
    };

    public static LetterDocument Refusal { get; } = Letter(LetterKind.Refusal) with
    {
        Subject = [new("Nama", "Rusli", Strong: true)],
        Fields = new Dictionary<string, string>
        {
            ["addressee"] = "Sdr. Rusli\ndi Mauya", ["application"] = "permohonan rekomendasi beasiswa", ["application-date"] = "2026-11-21",
            ["report-number"] = "LS-7KQ4-M2XD", ["objection-days"] = "21", ["objection-to"] = "Kepala Dinas Sosial Kabupaten Balangan",
        },
        Lists = new Dictionary<string, IReadOnlyList<string>> { ["reasons"] = ["Keluarga tidak terdaftar dalam DTSEN desil 1 sampai dengan 5."], ["next-steps"] = ["Mengusulkan pemutakhiran data melalui musyawarah desa."] },
        Signing = LetterSigning.Paper,
        Signatory = Head with { Position = "Kepala Bidang Perlindungan dan Jaminan Sosial", OnBehalfOf = "Kepala Dinas Sosial", ByOrderOf = "Sekretaris" },
    };

    /// <summary>To somebody outside, with everything that stands at its head.</summary>
    public static LetterDocument Addressed { get; } = Recommendation with
    {
        TemplateVersion = 2,
        Fields = new Dictionary<string, string>(Recommendation.Fields)
        {
            ["addressee"] = "Direktur RSUD Contoh\ndi Paringin", ["nature"] = "Segera", ["enclosures"] = "1", ["assessor"] = "Siti Norhaliza, S.Sos.",
            ["statement"] = "Orang tersebut benar berasal dari keluarga yang tidak mampu.", ["purpose"] = "perawatan", ["contact"] = "WhatsApp 0526 000000",
        },
    };

    public static IReadOnlyList<LetterDocument> Later { get; } = [Addressed, Refusal with { TemplateVersion = 2 }];

    public static IReadOnlyList<LetterDocument> All { get; } = [Recommendation, Statement, Assignment, Receipt, Refusal];

    public static LetterDocument Marked(this LetterDocument letter, OfficeKey key) => LetterPress.Mark(letter, Code, Site, key);

    private static Signatory Head => new() { Position = "Kepala Dinas Sosial", Name = "H. Contoh Pejabat, S.Sos., M.Si.", Rank = "Pembina Utama Muda (IV/c)", Nip = "197001011995031001" };

    private static LetterDocument Letter(LetterKind kind) => new()
    {
        Kind = kind,
        Letterhead = new(["PEMERINTAH KABUPATEN BALANGAN", "DINAS SOSIAL"], "Jalan Contoh Nomor 1, Paringin 71662, telepon (0526) 000000\nlaman dinsos.contoh.go.id, surel dinsos@contoh.go.id"),
        Number = "400.9/0127/DINSOS-BLG/2026",
        City = "Paringin",
        Date = new(2026, 11, 27),
        Signatory = Head,
    };
}
