using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;

namespace Layar.Journeys.Tests;

/// <summary>The data officer's day: a person asks for a copy, something leaked, something has run out.</summary>
[Trait("Kind", "journey"), Collection(Faces.Name)]
public sealed class DataOfficerTests(JourneyHouse house)
{
    [Fact]
    public async Task A_copy_for_a_person_and_the_worksheet_of_a_breach()
    {
        var opened = await house.Server.Case(new WantedCase { Service = "permakanan", Person = new() { Name = "Aminah Salinan", Nik = "6311025208520003", BirthDate = new(1952, 8, 12), Sex = "P", Area = "63.11.02.2004" } });
        await using (var supervisor = await house.Officer(Roles.Supervisor)) await supervisor.Go(opened.Path);
        await using var officer = await house.Officer(Roles.DataProtection);
        await officer.Go(opened.Path);
        await officer.Go((await officer.Page.Locator("main a[href^='/petugas/warga/']").First.GetAttributeAsync("href"))!);
        await officer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Salinan data untuk orangnya" }).ClickAsync();
        await officer.Fill("Siapa yang meminta", "Permintaan tertulis orangnya, 22 November 2026");
        await officer.Press("Tampilkan salinan");
        Assert.Contains("6311025208520003", await officer.Page.InnerTextAsync("main"));
        Assert.Contains("Supervisor", await officer.Page.InnerTextAsync("main"));
        Assert.True(await officer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cetak" }).IsVisibleAsync());
        var faults = await officer.Faults(360, 1280);
        await officer.Go("/petugas/pelindungan/kebocoran");
        await officer.Press("Tampilkan");
        Assert.Contains("Aminah Salinan", await officer.Page.InnerTextAsync("main"));
        faults = [.. faults, .. await officer.Faults(360, 1280), .. await officer.DeadLinks()];
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }
}
