using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;

namespace Layar.Journeys.Tests;

/// <summary>Reports that leave the main road: a question, a withdrawal, a rejection, and the way back.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class BackAndForthTests(JourneyHouse house)
{
    private const string Running = ".page-head .pill-clock:not(.pill-grey)";

    [Fact]
    public async Task A_question_stops_the_clock_until_the_reporter_answers()
    {
        await using var citizen = await house.Citizen();
        var noted = await citizen.Reports();
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go(noted.CasePath + "/periksa");
        await desk.Follow("Minta kelengkapan");
        await desk.Page.Locator("input[name='Questions[0].Text']").FillAsync("Nenek bisa berjalan sendiri?");
        await desk.Press("Minta kelengkapan");
        await desk.Sees("Pertanyaan dikirim");
        await desk.Go(noted.CasePath);
        await desk.Sees("Menunggu pelapor");
        Assert.Equal(0, await desk.Page.Locator(Running).CountAsync());

        await citizen.Tracks(noted);
        await citizen.Sees("Waktu layanan berhenti sementara");
        await citizen.Sees("Nenek bisa berjalan sendiri?");
        await citizen.Press("Kirim jawaban");
        await citizen.Sees("Isi jawabannya");
        await citizen.Fill("Jawaban Anda", "Tidak bisa, harus dipapah");
        await citizen.Press("Kirim jawaban");
        await citizen.Sees("Jawaban terkirim");
        await citizen.Sees("Sedang diperiksa");
        await citizen.DoesNotSee("Waktu layanan berhenti");

        await desk.Go("/petugas/antrean");
        await desk.OpenRow(noted.Code);
        await desk.Sees("Tidak bisa, harus dipapah");
        await desk.Sees("Verifikasi kelengkapan");
        Assert.Equal(1, await desk.Page.Locator(Running).CountAsync());
        house.NobodyComplained();
    }

    [Fact]
    public async Task A_reporter_withdraws_and_opens_the_report_again()
    {
        await using var citizen = await house.Citizen();
        var noted = await citizen.Reports();
        await citizen.Tracks(noted);
        await citizen.Unfold("Batalkan laporan");
        await citizen.Press("Batalkan laporan");
        await citizen.Sees("Pilih alasan membatalkan laporan");
        await citizen.Unfold("Batalkan laporan");
        await citizen.Choose("Sudah tertolong");
        await citizen.Press("Batalkan laporan");
        await citizen.Sees("Laporan dibatalkan");

        await citizen.Fill("Apa yang belum teratasi?", "Nenek belum mendapat makanan");
        await citizen.Press("Buka lagi laporan");
        await citizen.Sees("Laporan dibuka lagi");
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go(noted.CasePath);
        await desk.Sees("Verifikasi kelengkapan");
        await desk.Sees("Nenek belum mendapat makanan");
        house.NobodyComplained();
    }

    [Fact]
    public async Task A_rejection_says_why_and_how_to_object()
    {
        await using var citizen = await house.Citizen();
        var noted = await citizen.Reports();
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go(noted.CasePath + "/tolak");
        await desk.Press("Tolak");
        await desk.Sees("Pilih alasannya");
        await desk.Choose("Sudah menerima bantuan yang sama");
        await desk.Fill("Kata untuk pelapor", "Bantuan permakanan bulan ini sudah diterima.");
        await desk.Press("Tolak");
        await desk.Sees("Ditolak");

        await citizen.Tracks(noted);
        await citizen.Sees("Tidak dapat diproses");
        await citizen.Sees("Orang ini sudah menerima bantuan yang sama.");
        await citizen.Sees("Bantuan permakanan bulan ini sudah diterima.");
        await citizen.Sees("Tidak setuju?");

        await desk.Go(noted.CasePath + "/buka-lagi");
        await desk.Fill("Alasan", "Penerimanya ternyata orang lain");
        await desk.Press("Buka lagi");
        await desk.Sees("Verifikasi kelengkapan");
        await citizen.Tracks(noted);
        await citizen.Sees("Sedang diperiksa");
        house.NobodyComplained();
    }
}
