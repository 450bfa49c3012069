using Layar.Testing;

namespace Layar.Intake.Tests.Reporting;

/// <summary>Walks the questions as a person with a plain browser would.</summary>
internal static class Wizard
{
    public const string Village = "63.11.02.2004";

    public static async Task<Page> Start(Visitor visitor) => await visitor.Open("/lapor");

    public static async Task<Page> Next(this Task<Page> page, Func<Form, Form> fill, string button = "Lanjut") =>
        await (await fill((await page).Form("Simpan dan lanjutkan")).Press(button)).Follow();

    /// <summary>Answers everything up to the check page.</summary>
    public static Task<Page> ToCheck(Visitor visitor, string problem = "Lansia sendirian", string story = "Nenek tinggal sendiri.", string secrecy = "Petugas boleh tahu", string contact = "0812 3456 7890") =>
        Start(visitor)
            .Next(f => f.Choose("Tidak"))
            .Next(f => f.Choose("Tetangga"))
            .Next(f => f.Choose(problem))
            .Next(f => f)
            .Next(f => f.Set("Area", Village).Set("Landmark", "rumah kayu"))
            .Next(f => f.Set("Story", story))
            .Next(f => f.Set("Name", "Nenek Contoh").Choose("Lansia"))
            .Next(f => f.Set("Channel", "whatsapp").Set("Contact", contact).Choose(secrecy));
}
