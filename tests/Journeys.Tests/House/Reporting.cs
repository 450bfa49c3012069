using Microsoft.Playwright;

namespace Layar.Journeys.Tests.House;

/// <summary>What the reporter noted from the last page.</summary>
public sealed record Noted(string Code, string Pin)
{
    public string CasePath => $"/petugas/kasus/{Code}";
}

/// <summary>The way of a reporter through the questions of /lapor.</summary>
internal static class Reporting
{
    public const string Story = "Nenek tinggal sendiri, sudah dua hari tidak makan. Tetangga yang mengantar air.";

    /// <summary>A neighbour reports an old person in Tabuan, with a photo, and may be reached by WhatsApp.</summary>
    public static async Task<Noted> Reports(this Person citizen, string secrecy = "Petugas boleh tahu saya pelapornya", string story = Story)
    {
        await citizen.Go("/");
        await citizen.Follow("Buat laporan");
        await citizen.Answer("Tidak");
        await citizen.Answer("Tetangga atau orang lain");
        await citizen.Answer("Lansia sendirian atau tidak terurus");
        await citizen.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "rumah.jpg", MimeType = "image/jpeg", Buffer = await citizen.Picture() });
        await citizen.Press("Lanjut");
        await citizen.Page.GetByLabel("Desa atau kelurahan").SelectOptionAsync("63.11.02.2004");
        await citizen.Press("Lanjut");
        await citizen.Fill("Ceritakan singkat", story);
        await citizen.Press("Lanjut");
        await citizen.Fill("Nama atau panggilan", "Nenek Contoh");
        await citizen.Choose("Lansia");
        await citizen.Choose("Perempuan");
        await citizen.Press("Lanjut");
        await citizen.Choose("Ya, lewat WhatsApp");
        await citizen.Fill("Nomor HP", "0812 0000 7890");
        await citizen.Choose(secrecy);
        await citizen.Press("Lanjut");
        await citizen.Sees("Periksa laporan");
        await citizen.Press("Kirim laporan");
        await citizen.Sees("Laporan diterima");
        var codes = citizen.Page.Locator(".panel-done .code");
        return new Noted(await codes.Nth(0).InnerTextAsync(), await codes.Nth(1).InnerTextAsync());
    }

    /// <summary>Opens the report with code and PIN.</summary>
    public static async Task Tracks(this Person citizen, Noted noted)
    {
        await citizen.Go("/lacak");
        await citizen.Fill("Kode laporan", noted.Code);
        await citizen.Fill("PIN atau 4 angka", noted.Pin);
        await citizen.Press("Lihat laporan");
        await citizen.Sees("Perjalanan laporan");
    }

    /// <summary>A small photo as a phone would take it.</summary>
    public static Task<byte[]> Picture(this Person person) =>
        person.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 40, Clip = new() { Width = 96, Height = 64 } });

    private static async Task Answer(this Person citizen, string answer)
    {
        await citizen.Choose(answer);
        await citizen.Press("Lanjut");
    }
}
