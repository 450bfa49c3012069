using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>The desk on a small phone and on a wide screen: what stands in the way of what one reads.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Desks.Name)]
public sealed class NarrowDeskTests(JourneyHouse house)
{
    private const string Sticky = "() => [...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).position === 'sticky' && getComputedStyle(e).display !== 'contents' && e.offsetParent).map(e => e.innerText.trim())";

    [Fact]
    public async Task Only_the_main_button_of_the_completeness_page_stays_in_sight_on_a_phone()
    {
        var opened = await house.Server.Case(new WantedCase { Service = "sandang", Person = new() { Name = "Aminah Contoh", Sex = "P" } });
        await using var desk = await house.Officer(Roles.Operator, 360);
        await desk.Go(opened.Path + "/periksa");
        Assert.Equal(["Lengkap & berikutnya"], await desk.Page.EvaluateAsync<string[]>(Sticky));
        await Assertions.Expect(desk.Page.Locator(".action-bar-one > .button")).ToBeInViewportAsync();
        await Assertions.Expect(desk.Page.Locator("[data-key=a]")).Not.ToBeInViewportAsync();
        await desk.Leave(() => desk.Page.Keyboard.PressAsync("a"));
        await desk.Sees("4 dari 4");
        house.NobodyComplained();
    }

    [Fact]
    public async Task Filters_of_the_queue_open_by_a_press_on_a_phone_and_stand_on_one_line_on_a_wide_screen()
    {
        await using var desk = await house.Officer(Roles.Operator, 360);
        await desk.Go("/petugas/antrean?saluran=loket");
        var words = desk.Page.Locator(".fold [name=cari]");
        await Assertions.Expect(words).Not.ToBeVisibleAsync();
        await desk.Page.Locator(".fold > summary").ClickAsync();
        await Assertions.Expect(words).ToBeVisibleAsync();
        await desk.Page.SetViewportSizeAsync(1280, 800);
        await desk.Go("/petugas/antrean?saluran=loket");
        await Assertions.Expect(words).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator(".fold > summary")).Not.ToBeVisibleAsync();
        var height = (await desk.Page.Locator(".fold > .filters").BoundingBoxAsync())!.Height;
        Assert.InRange(height, 36, 84);
        house.NobodyComplained();
    }
}
