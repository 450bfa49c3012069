using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>An operator who never touches the mouse.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class KeyboardDeskTests(JourneyHouse house)
{
    [Fact]
    public async Task A_simple_report_is_cleared_with_four_keys()
    {
        var due = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var opened = await house.Server.Case(new WantedCase { Title = "Lansia perlu dirawat di rumah", Service = "perawatan-rumah", DueAt = due, Person = new() { Name = "Aminah Contoh", Sex = "P" } });
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go("/petugas/antrean");
        var keys = desk.Page.Keyboard;
        await keys.PressAsync("j");
        await Assertions.Expect(desk.Page.Locator("tr.row-now")).ToContainTextAsync(opened.Number);
        await desk.Leave(() => keys.PressAsync("o"));
        Assert.Equal(opened.Path, desk.Path);
        await desk.Leave(() => keys.PressAsync("1"));
        Assert.Equal(opened.Path + "/periksa", desk.Path);
        await desk.Leave(() => keys.PressAsync("e"));
        await desk.Sees("Kasus lengkap");
        Assert.Equal(Cases.Contracts.CaseStep.VisitPlanning, (await house.Server.Look(opened)).Step);
        house.NobodyComplained();
    }

    [Fact]
    public async Task Question_mark_shows_the_keys()
    {
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go("/petugas/antrean");
        await desk.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(desk.Page.Locator("dialog[open]")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(desk.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        house.NobodyComplained();
    }
}
