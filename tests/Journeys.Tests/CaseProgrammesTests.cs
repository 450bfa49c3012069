using System.Text.RegularExpressions;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.People.Contracts;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>An operator sees on a case which programmes may fit the person, why, and what to ask. A house of its own, because a release changes what others see.</summary>
[Trait("Kind", "journey")]
public sealed class CaseProgrammesTests(JourneyHouse house) : IClassFixture<JourneyHouse>
{
    /// <summary>Families of the poorest and of the richest tenth.</summary>
    private const int Poor = 0, Rich = 3;

    [Fact]
    public async Task An_operator_sees_ranked_programmes_with_reasons_asks_for_what_is_missing_and_reads_all_of_them()
    {
        var release = new InventedRelease(60);
        await Registry(release);
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go((await Case(release, Poor)).Path);
        var panel = desk.Page.Locator(".case-guess");
        var lights = await panel.Locator(".match .match-head .pill").AllInnerTextsAsync();
        var order = lights.Select(l => l.StartsWith("Mungkin", StringComparison.Ordinal) ? 0 : l.StartsWith("Perlu data", StringComparison.Ordinal) ? 1 : 2).ToList();
        Assert.Equal(order.Order(), order);
        Assert.Equal([0, 1, 2], order.Distinct());
        await Assertions.Expect(panel.Locator(".match", new() { HasText = "Bantuan BAZNAS" }).Locator(".reasons")).ToContainTextAsync(new Regex(@"Desil kesejahteraan: 1 \(syarat: paling banyak 5\) · DTSEN"));
        var faults = await desk.Faults(360, 1280);

        var question = panel.Locator(".ask-list li").First;
        var words = (await question.Locator("span").First.InnerTextAsync()).Split('?')[0];
        await desk.Leave(question.GetByRole(AriaRole.Button));
        await Assertions.Expect(panel.Locator(".ask-list li", new() { HasText = words })).ToContainTextAsync("Sudah ditanyakan");
        await desk.Leave(panel.Locator(".card-more a"));
        await desk.Sees("Program untuk orang ini");
        faults.AddRange([.. await desk.Faults(360, 1280), .. await desk.DeadLinks()]);
        var lacking = desk.Page.Locator(".match", new() { Has = desk.Page.Locator(".reason-ask button") }).First;
        var wanted = (await lacking.Locator(".reason-ask button").GetAttributeAsync("value"))!;
        await desk.Leave(lacking.Locator(".reason-ask button"));
        await desk.Sees("Pertanyaan dikirim kepada pelapor");
        await desk.Leave(panel.Locator(".card-more a"));
        await Assertions.Expect(desk.Page.Locator($".reason-ask button[value='{wanted}']")).ToHaveCountAsync(0);

        await desk.Go((await Case(release, Rich)).Path + "/program-mungkin");
        var refused = desk.Page.Locator(".card", new() { HasTextRegex = new("Tidak cocok") }).Locator(".match", new() { HasText = "Program Sembako" });
        await Assertions.Expect(refused).ToContainTextAsync("Desil kesejahteraan: 10 (syarat: paling banyak 4)");
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();
    }

    private Task<OpenedCase> Case(InventedRelease release, int family)
    {
        Assert.Equal(family == Poor ? 1 : 10, release.Decile(family));
        var one = InventedRelease.First(family);
        return house.Server.Case(new WantedCase
        {
            Service = "permakanan", Step = Layar.Cases.Contracts.CaseStep.Completeness,
            Person = new() { Name = InventedRelease.Name(one), Nik = InventedRelease.Nik(one), Sex = InventedRelease.IsWoman(one) ? "P" : "L", BirthDate = InventedRelease.Born(one), Area = "63.11.02.2004" },
        });
    }

    private async Task Registry(InventedRelease release)
    {
        var folder = Directory.CreateDirectory(Path.Combine(house.Server.DataFolder, "berkas")).FullName;
        await house.Server.Release(RegistryKind.Dtsen, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-30),
            InventedRelease.Csv(Path.Combine(folder, "11111111-keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()), InventedRelease.Csv(Path.Combine(folder, "11111111-individu.csv"), InventedRelease.PersonHeader, release.PersonRows()));
    }
}
