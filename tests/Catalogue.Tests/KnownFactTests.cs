using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class KnownFactTests
{
    private static readonly IProgrammes Programmes = new ServiceCollection().AddCatalogue(new CatalogueSettings()).BuildServiceProvider().GetRequiredService<IProgrammes>();

    private static FactSheet Sheet(params Trace[] traces) => Programmes.Sheet(traces, [], Given.Today);

    private static Trace Seen(string question, DateOnly day, params string[] answers) => new(TraceKind.Assessment, question, answers, "Kunjungan rumah", day);

    private static Truth Holds(FactSheet sheet, string fact, string? choice = null) =>
        sheet.Value(Programmes.Facts.Find(fact)!, Given.Today)?.Holds(choice) ?? Truth.Unknown;

    [Fact]
    public void What_nobody_said_stays_unknown()
    {
        var sheet = Sheet(new Trace(TraceKind.Label, "odgj", [], "Keluarga", Given.Today), new Trace(TraceKind.Label, "tidak-terdaftar", [], "Keluarga", Given.Today));
        Assert.Equal((Truth.Yes, Truth.Unknown, Truth.Unknown), (Holds(sheet, "label", "gangguan-jiwa"), Holds(sheet, "label", "terlantar"), Holds(sheet, "warga")));
    }

    [Fact]
    public void The_newer_of_two_is_believed_whatever_its_order()
    {
        var old = new Trace(TraceKind.Label, "lansia-sendirian", [], "Desa", Given.Today.AddDays(-100));
        var seen = Seen("tinggal-dengan", Given.Today.AddDays(-3), "anak");
        foreach (var sheet in new[] { Sheet(old, seen), Sheet(seen, old) })
            Assert.Equal((Truth.No, Truth.Yes), (Holds(sheet, "label", "tinggal-sendiri"), Holds(sheet, "label", "terlantar")));
    }

    [Fact]
    public void The_more_trusted_of_two_is_believed_though_the_other_is_newer_until_it_is_stale()
    {
        Trace Listed(string house, int days) => new(TraceKind.Registry, "house", [house], "DTSEN", Given.Today.AddDays(-days));
        var told = new Trace(TraceKind.Answer, "status_rumah", ["menumpang"], "Jawaban pelapor", Given.Today);
        Assert.Equal("menumpang", Home(told));
        Assert.Equal("milik-sendiri", Home(told, Listed("own", 100)));
        Assert.Equal("sewa", Home(told, Listed("own", 3), Seen("milik-rumah", Given.Today.AddMonths(-23), "sewa")));
        // A visit of more than two years ago gives way to a register of today, and to one that is stale itself.
        Assert.Equal("milik-sendiri", Home(Listed("own", 3), Seen("milik-rumah", Given.Today.AddMonths(-25), "sewa")));
        Assert.Equal("milik-sendiri", Home(Listed("own", 300), Seen("milik-rumah", Given.Today.AddMonths(-25), "sewa")));

        string? Home(params Trace[] traces) => Programmes.Facts.Find("status_rumah")!.Choices.SingleOrDefault(c => Holds(Sheet(traces), "status_rumah", c.Code) == Truth.Yes)?.Code;
    }

    [Fact]
    public void A_trace_is_fresh_as_long_as_its_months_reach_to_the_day_also_at_the_ends_of_months()
    {
        var ground = new Validity(new(2020, 1, 1), null, new("uji", "test"), false);
        for (var day = new DateOnly(2027, 12, 1); day < new DateOnly(2028, 5, 1); day = day.AddDays(1))
            foreach (var months in new[] { 1, 6, 24 })
            {
                var ranks = new Layar.Catalogue.Programmes.TraceRanks([new(TraceKind.Registry, 70, months, 45, ground)], day);
                for (var asOf = day.AddMonths(-months).AddDays(-5); asOf < day.AddMonths(-months).AddDays(6); asOf = asOf.AddDays(1))
                    Assert.Equal((day, asOf, asOf.AddMonths(months) < day ? 45 : 70), (day, asOf, ranks.Of(TraceKind.Registry, asOf)));
            }
    }

    [Fact]
    public void What_somebody_received_once_is_never_denied_by_a_more_trusted_source()
    {
        var ended = Given.Today.AddDays(-20);
        var sheet = Sheet(new Trace(TraceKind.Programme, "pkh", [], "Desa", Given.Today.AddYears(-1), ended), Seen("bantuan-diterima", Given.Today.AddDays(-10), "tidak-ada"));
        Assert.Equal((ended.DayNumber, ended.DayNumber), sheet.Read("pernah_menerima")!.Value.Bounds("PKH"));
    }

    [Fact]
    public void A_question_of_many_answers_denies_what_was_not_chosen_and_only_when_it_was_answered()
    {
        Assert.Equal(Truth.No, Holds(Sheet(Seen("bantuan-diterima", Given.Today, "tidak-ada")), "menerima", "PKH"));
        Assert.Equal(Truth.Unknown, Holds(Sheet(Seen("bantuan-diterima", Given.Today)), "menerima", "PKH"));
        Assert.Equal(Truth.Unknown, Holds(Sheet(Seen("jkn", Given.Today, "tidak-tahu")), "jaminan_kesehatan", "gratis"));
    }

    [Fact]
    public void A_programme_that_ended_is_not_received_but_was()
    {
        var ended = Given.Today.AddDays(-30);
        var sheet = Sheet(new Trace(TraceKind.Programme, "sandang", [], "Desa", Given.Today.AddYears(-1), ended));
        Assert.Equal(Truth.No, Holds(sheet, "menerima", "SANDANG"));
        Assert.Equal((ended.DayNumber, ended.DayNumber), sheet.Read("pernah_menerima")!.Value.Bounds("SANDANG"));
        Assert.Equal(Truth.No, Programmes.Ask(sheet, Given.Today).Single(p => p.Programme.Code == "sandang").Proof.Truth);
    }

    [Fact]
    public void An_answer_says_whether_the_programme_is_received_already()
    {
        string? Source(string code, params Trace[] traces) => Programmes.Ask(Sheet(traces), Given.Today).Single(p => p.Programme.Code == code).Receives?.Source;
        Assert.Equal("Desa", Source("sembako", new Trace(TraceKind.Programme, "sembako", [], "Desa", Given.Today.AddDays(-40))));
        Assert.Null(Source("pkh", new Trace(TraceKind.Programme, "sembako", [], "Desa", Given.Today.AddDays(-40))));
        Assert.Null(Source("sembako", new Trace(TraceKind.Programme, "sembako", [], "Desa", Given.Today.AddYears(-1), Given.Today.AddDays(-40))));
        Assert.Null(Source("sembako"));
    }

    [Fact]
    public void An_old_fact_does_not_age_the_fresh_ones_and_alone_it_is_too_old()
    {
        var old = new Trace(TraceKind.Label, "odgj", [], "Desa", Given.Today.AddDays(-800));
        var fresh = Seen("ada-perawat", Given.Today.AddDays(-5), "tidak");
        Assert.Equal((Truth.Yes, Truth.Unknown), (Holds(Sheet(old, fresh), "label", "terlantar"), Holds(Sheet(old, fresh), "label", "gangguan-jiwa")));
        Assert.True(Sheet(old).Read("label")!.IsStale(Programmes.Facts.Find("label")!, Given.Today));
    }

    [Fact]
    public void An_estimated_age_is_an_interval_and_a_group_another()
    {
        Assert.Equal((59, 69), Sheet(new Trace(TraceKind.Person, "estimated-age", ["64"], "Laporan", Given.Today)).Read("usia")!.Value.Bounds(null));
        Assert.Equal((60, 130), Sheet(new Trace(TraceKind.Person, "age-group", ["elderly"], "Laporan", Given.Today)).Read("usia")!.Value.Bounds(null));
        Assert.Null(Sheet(new Trace(TraceKind.Person, "age-group", ["unknown"], "Laporan", Given.Today)).Read("usia"));
    }

    [Fact]
    public void A_NIK_of_this_area_is_believed_only_where_nobody_said_otherwise()
    {
        var nik = new Trace(TraceKind.Person, "nik-area", ["di-sini"], "NIK", Given.Today);
        var denied = new Trace(TraceKind.Answer, "warga", ["Tidak"], "Jawaban pelapor", Given.Today.AddDays(-300));
        Assert.Equal(Truth.Yes, Holds(Sheet(nik), "warga"));
        Assert.Equal((Truth.No, Truth.No), (Holds(Sheet(nik, denied), "warga"), Holds(Sheet(denied, nik), "warga")));
        Assert.Equal(Truth.Unknown, Holds(Sheet(nik with { Values = ["di-luar"] }), "warga"));
    }

    [Fact]
    public void A_house_is_fit_only_when_floor_wall_and_roof_are_and_unfit_when_one_is_not()
    {
        Trace[] good = [Seen("lantai", Given.Today, "papan"), Seen("dinding", Given.Today, "plester")];
        Assert.Equal(Truth.Unknown, Holds(Sheet(good), "rumah_tidak_layak"));
        Assert.Equal(Truth.No, Holds(Sheet([.. good, Seen("atap", Given.Today, "baik")]), "rumah_tidak_layak"));
        Assert.Equal(Truth.Yes, Holds(Sheet([.. good, Seen("atap", Given.Today, "bocor")]), "rumah_tidak_layak"));
        Trace[] listed = [new(TraceKind.Registry, "floor", ["ceramic"], "DTSEN", Given.Today), new(TraceKind.Registry, "wall", ["brick"], "DTSEN", Given.Today), new(TraceKind.Registry, "roof", ["tile"], "DTSEN", Given.Today)];
        Assert.Equal(Truth.No, Holds(Sheet(listed), "rumah_tidak_layak"));
        Assert.Equal(Truth.Yes, Holds(Sheet([.. listed, Seen("atap", Given.Today.AddDays(-90), "bocor")]), "rumah_tidak_layak"));
    }

    [Theory]
    [InlineData("difficulty", "none", "disabilitas_berat", null, Truth.No)]
    [InlineData("difficulty", "none", "label", "disabilitas", Truth.No)]
    [InlineData("difficulty", "some", "label", "disabilitas", Truth.Unknown)]
    [InlineData("difficulty", "named", "disabilitas_berat", null, Truth.Unknown)]
    [InlineData("difficulty", "much", "label", "disabilitas", Truth.Yes)]
    [InlineData("difficulty", "unable", "disabilitas_berat", null, Truth.Yes)]
    [InlineData("self-care", "much", "disabilitas_berat", null, Truth.Yes)]
    [InlineData("state-employee", "tidak", "keluarga_pegawai_negara", null, Truth.No)]
    [InlineData("house", "free", "status_rumah", "menumpang", Truth.Yes)]
    [InlineData("power", "450", "daya_listrik", "450", Truth.Yes)]
    [InlineData("lighting", "pln-shared", "daya_listrik", "450", Truth.Unknown)]
    [InlineData("village", "di-sini", "warga", null, Truth.Yes)]
    public void What_a_release_says_tells_facts(string key, string value, string fact, string? choice, Truth truth) =>
        Assert.Equal(truth, Holds(Sheet(new Trace(TraceKind.Registry, key, [value], "DTSEN", Given.Today)), fact, choice));

    [Theory]
    [InlineData("sktm", "sktm"), InlineData("surat-sehat", "surat_sehat"), InlineData("keterangan-terlantar", "surat_polisi"), InlineData("bukti-tanah", "bukti_tanah")]
    [InlineData("persetujuan-keluarga", "persetujuan_keluarga"), InlineData("hasil-asesmen", "asesmen_sosial"), InlineData("laporan-sosial", "asesmen_sosial"), InlineData("ktp", "punya_identitas")]
    [InlineData("pindai-iris", "pindai_biometrik"), InlineData("akta-kematian", "surat_kematian"), InlineData("ahli-waris", "surat_ahli_waris")]
    public void A_paper_in_the_file_tells_the_fact_that_there_is_one(string paper, string fact) =>
        Assert.Equal(Truth.Yes, Holds(Sheet(new Trace(TraceKind.Paper, paper, ["ada"], "Surat di berkas", Given.Today)), fact));

    [Theory]
    [InlineData("rujukan-rsj", "keterangan_jiwa", "persetujuan_keluarga", "sedang_kambuh")]
    [InlineData("pemulangan", "surat_polisi,surat_sehat", "punya_identitas", null), InlineData("pemulangan", "surat_polisi,surat_sehat", "pindai_biometrik", null)]
    [InlineData("rujukan-panti", "asesmen_sosial,surat_sehat", "persetujuan_keluarga", null), InlineData("rujukan-panti", "asesmen_sosial,surat_sehat", "tanpa_keluarga", null)]
    [InlineData("santunan-kematian", "almarhum_warga,surat_kematian", "surat_ahli_waris", null)]
    public void A_programme_waits_for_the_paper_that_its_rule_names_and_for_nothing_else(string code, string have, string last, string? instead)
    {
        Trace[] known = [new(TraceKind.Label, "odgj", ["ya"], "Petugas", Given.Today), new(TraceKind.Label, "orang-terlantar", ["ya"], "Petugas", Given.Today),
            new(TraceKind.Ppks, "lansia-terlantar", ["ya"], "Petugas", Given.Today), Said("tanggal_kematian", Given.Today.AddDays(-3).ToString("yyyy-MM-dd")),
            .. have.Split(',').Select(f => Said(f, "Ya"))];
        Assert.Equal(Truth.Unknown, Answer(known));
        Assert.Equal(Truth.Yes, Answer([.. known, Said(last, "Ya")]));
        if (instead is not null) Assert.Equal(Truth.Yes, Answer([known[0], Said(instead, "Ya")]));

        Truth Answer(Trace[] traces) => Programmes.Ask(Sheet(traces), Given.Today).Single(p => p.Programme.Code == code).Proof.Truth;
    }

    private static Trace Said(string fact, string answer) => new(TraceKind.Answer, fact, [answer], "Jawaban pelapor", Given.Today);

    [Fact]
    public void A_disability_is_severe_when_the_person_is_helped_every_day()
    {
        var disabled = Seen("keluhan", Given.Today, "disabilitas");
        Assert.Equal(Truth.Yes, Holds(Sheet(disabled, Seen("adl-makan", Given.Today, "0")), "disabilitas_berat"));
        Assert.Equal(Truth.No, Holds(Sheet(disabled, Seen("perlu-adl", Given.Today, "tidak")), "disabilitas_berat"));
        Assert.Equal(Truth.Unknown, Holds(Sheet(disabled), "disabilitas_berat"));
    }

    [Fact]
    public void The_household_is_complete_when_as_many_are_known_as_were_counted()
    {
        Trace[] person = [Seen("jumlah-anggota", Given.Today, "2")];
        Trace[] child = [new(TraceKind.Person, "age", ["4"], "KK", Given.Today)];
        Assert.True(Programmes.Sheet(person, [child], Given.Today).HouseholdComplete);
        Assert.False(Programmes.Sheet(person, [], Given.Today).HouseholdComplete);
        Assert.False(Programmes.Sheet([], [child], Given.Today).HouseholdComplete);
    }

    [Theory]
    [InlineData("warga", "Ya", Truth.Yes, null)]
    [InlineData("warga", "Tidak", Truth.No, null)]
    [InlineData("warga", "Tidak tahu", Truth.Unknown, null)]
    [InlineData("jaminan_kesehatan", "tidak punya", Truth.Yes, "tidak-punya")]
    [InlineData("jaminan_kesehatan", "entah", Truth.Unknown, "tidak-punya")]
    [InlineData("tidak_ada", "Ya", Truth.Unknown, null)]
    public void An_answer_of_the_reporter_tells_the_fact_it_was_asked_for(string fact, string answer, Truth truth, string? choice)
    {
        var sheet = Sheet(new Trace(TraceKind.Answer, fact, [answer], "Jawaban pelapor", Given.Today));
        Assert.Equal(truth, sheet.Read(fact)?.Value.Holds(choice) ?? Truth.Unknown);
    }

    [Theory]
    [InlineData("12 Februari 2026", Truth.Yes), InlineData("tgl 12/2/26", Truth.Yes), InlineData("2026-02-12", Truth.Yes), InlineData("bulan Februari 2026", Truth.Yes)]
    [InlineData("2019", Truth.No), InlineData("lupa", Truth.Unknown), InlineData("31 Februari 2026", Truth.Unknown)]
    public void A_day_that_the_reporter_wrote_decides_a_rule_about_time(string answer, Truth truth)
    {
        var today = new DateOnly(2026, 6, 1);
        var sheet = Programmes.Sheet([new(TraceKind.Answer, "jaminan_kesehatan", ["dulu gratis, sekarang tidak aktif"], "Jawaban pelapor", today), new(TraceKind.Answer, "surat_faskes", ["Ya"], "Jawaban pelapor", today),
            new(TraceKind.Answer, "keluarga_pegawai_negara", ["Tidak"], "Jawaban pelapor", today), new(TraceKind.Answer, "tanggal_nonaktif_pbi", [answer], "Jawaban pelapor", today)], [], today);
        Assert.Equal(truth, Programmes.Ask(sheet, today).Single(p => p.Programme.Code == "pbi-reaktivasi").Proof.Truth);
    }

    [Theory, InlineData("3", 3), InlineData("3 orang", 3), InlineData("ada 7 keluarga.", 7), InlineData("3 atau 4", null), InlineData("banyak", null)]
    public void A_number_among_words_is_understood_when_there_is_one(string answer, int? number)
    {
        var value = Sheet(Said("jumlah_anggota", answer)).Read("jumlah_anggota")?.Value;
        Assert.Equal(number is null ? null : (number.Value, number.Value), value?.Bounds(null));
    }

    [Fact]
    public void Every_fact_can_be_asked_in_at_most_ten_answers() =>
        Assert.All(Programmes.Facts.All, f => Assert.InRange(FactQuestion.Of(f).Options.Count, 0, 10));
}
