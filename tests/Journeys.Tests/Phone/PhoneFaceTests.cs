using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>Every question and every outcome on the phone, in both languages, on a telephone and on a desk.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Faces.Name)]
public sealed class PhoneFaceTests(JourneyHouse house)
{
    private static readonly int[] Widths = [360, 1280];

    [Theory, InlineData("id"), InlineData("en")]
    public async Task The_questions_on_the_phone_have_no_fault_empty_wrong_or_answered(string language)
    {
        await using var citizen = await house.Citizen(scripts: true, language: language, keeps: true);
        var (faults, titles) = (new List<string>(), new HashSet<string>());
        await citizen.Go("/lapor/di-hp?bahasa=" + language);
        var steps = new (string Step, Func<Task> Answer)[]
        {
            ("bahaya", () => Pick("Danger", "yes")), ("darurat", () => Task.CompletedTask), ("untuk", () => Pick("Whom", "self")), ("masalah", () => Pick("Problem", "lansia")), ("foto", () => Task.CompletedTask),
            ("lokasi", () => citizen.Page.Locator("[name=Area]").SelectOptionAsync("63.11.02.2004")), ("cerita", () => citizen.Page.Locator("[name=Story]").FillAsync(Reporting.Story)),
            ("orang", () => citizen.Page.Locator("[name=Nik]").FillAsync("")), ("kontak", () => Pick("Channel", "none")), ("periksa", () => Task.CompletedTask),
        };
        foreach (var (step, answer) in steps)
        {
            await At(step);
            if (step == "orang") await citizen.Page.Locator("[name=Nik]").FillAsync("123");
            if (step is not ("foto" or "darurat" or "periksa"))
            {
                await Next();
                await Assertions.Expect(citizen.Page.Locator(".errors")).ToBeFocusedAsync();
                faults.AddRange(await citizen.Faults(Widths));
            }
            await answer();
            await Next();
        }
        await Assertions.Expect(citizen.Page.Locator("[data-code]")).Not.ToBeEmptyAsync();
        faults.AddRange(await citizen.Faults(Widths));
        foreach (var place in (string[])["draf", "luring", "galat"])
        {
            await citizen.Page.EvaluateAsync("place => { location.hash = place; }", place);
            await citizen.Page.Locator("[data-list=sent] li").WaitForAsync();
            faults.AddRange(await citizen.Faults(Widths));
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();

        async Task At(string step)
        {
            await Assertions.Expect(citizen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"#{step}(=|$)"));
            await citizen.Page.Locator("[data-phone] h1").WaitForAsync();
            if (!titles.Add(await citizen.Page.TitleAsync())) faults.Add($"{step} has the title of another");
            faults.AddRange(await citizen.Faults(Widths));
        }

        Task Next() => citizen.Page.Locator("[data-phone] .action-bar .button").First.ClickAsync();
        Task Pick(string name, string value) => citizen.Page.Locator($"input[name={name}][value={value}] + label").ClickAsync();
    }
}
