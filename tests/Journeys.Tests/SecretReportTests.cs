using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;

namespace Layar.Journeys.Tests;

/// <summary>A secret report is seen by the manager, the kadis and the officers named for it, and by nobody else.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class SecretReportTests(JourneyHouse house)
{
    private const string Words = "Anak tetangga sering dipukul, jangan beri tahu siapa pun xylofon";

    [Fact]
    public async Task Only_the_named_officer_sees_a_secret_report()
    {
        await using var citizen = await house.Citizen();
        var noted = await citizen.Reports("Rahasia: hanya untuk petugas yang ditunjuk", Words);
        await using var desk = await house.Officer(Roles.Operator);
        await Hidden(desk, noted);

        await using var manager = await house.Officer(Roles.Manager);
        await manager.Go(noted.CasePath + "/petugas");
        var choice = manager.Page.Locator("select option", new() { HasText = "Norhayati" });
        await manager.Page.Locator("select").SelectOptionAsync((await choice.GetAttributeAsync("value"))!);
        await manager.Press("Tunjuk petugas");
        await manager.Sees("Norhayati");

        await desk.Go("/petugas/antrean");
        await desk.Sees(noted.Code);
        await desk.OpenRow(noted.Code);
        await desk.Sees(Words);
        await using var supervisor = await house.Officer(Roles.Supervisor);
        await Hidden(supervisor, noted);
        house.NobodyComplained();
    }

    private static async Task Hidden(Person officer, Noted noted)
    {
        foreach (var path in new[] { "/petugas", "/petugas/antrean", "/petugas/antrean?tampilan=semua", "/petugas/kasus", $"/petugas/cari?q={noted.Code}", "/petugas/cari?q=xylofon", "/petugas/kasus?tampilan=semua&cari=xylofon" })
        {
            await officer.Go(path);
            Assert.Equal(0, await officer.Page.Locator($"main a[href^='/petugas/kasus/{noted.Code}']").CountAsync());
            Assert.DoesNotContain("dipukul", await officer.Page.ContentAsync());
        }
        var refused = await officer.Page.APIRequest.GetAsync(new Uri(new Uri(officer.Page.Url), noted.CasePath).ToString());
        Assert.Equal(404, refused.Status);
    }
}
