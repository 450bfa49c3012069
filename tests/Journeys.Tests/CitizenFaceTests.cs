using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>Every page a citizen reaches, in both languages, on a telephone and on a desk.</summary>
[Trait("Kind", "journey"), Collection(Faces.Name)]
public sealed class CitizenFaceTests(JourneyHouse house)
{
    private static readonly string[] Pages =
        ["/", "/lacak", "/v", "/privasi", "/cuaca", "/kinerja", "/masuk", "/lapor", "/layanan/aduan", "/info/permakanan", "/lapor/permakanan", "/survei/terima-kasih", "/tidak-ada"];

    private static readonly int[] Widths = [360, 1280];

    [Theory, InlineData("id"), InlineData("en")]
    public async Task Public_pages_have_no_fault(string language)
    {
        await using var citizen = await house.Citizen(scripts: true, language: language);
        var faults = new List<string>();
        var titles = new Dictionary<string, string>();
        foreach (var path in Pages)
        {
            var status = await citizen.Go($"{path}?bahasa={language}");
            Assert.Equal(path == "/tidak-ada" ? 404 : 200, status);
            Assert.Equal(language, await citizen.Page.Locator("html").GetAttributeAsync("lang"));
            faults.AddRange(await citizen.Faults(Widths));
            var title = await citizen.Page.TitleAsync();
            if (!titles.TryAdd(title, path)) faults.Add($"{path} has the title of {titles[title]}: {title}");
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained(except: "404");
    }

    [Theory, InlineData("id"), InlineData("en")]
    public async Task The_questions_have_no_fault_empty_wrong_or_answered(string language)
    {
        await using var citizen = await house.Citizen(scripts: true, language: language);
        var faults = new List<string>();
        await citizen.Go("/lapor?bahasa=" + language);
        var steps = new (string Path, Func<Task> Answer)[]
        {
            ("/lapor", () => Pick("Danger", "no")), ("/lapor/untuk", () => Pick("Whom", "self")), ("/lapor/masalah", () => Pick("Problem", "lansia")),
            ("/lapor/foto", () => Task.CompletedTask), ("/lapor/lokasi", () => citizen.Page.Locator("[name=Area]").SelectOptionAsync("63.11.02.2004")),
            ("/lapor/cerita", () => citizen.Page.Locator("[name=Story]").FillAsync(Reporting.Story)), ("/lapor/orang", () => citizen.Page.Locator("[name=Nik]").FillAsync("")),
            ("/lapor/kontak", async () => { await Pick("Channel", "none"); await Pick("Secrecy", "anonymous"); }),
        };
        foreach (var (path, answer) in steps)
        {
            Assert.Equal(path, new Uri(citizen.Page.Url).AbsolutePath);
            faults.AddRange(await citizen.Faults(Widths));
            if (path == "/lapor/orang") await citizen.Page.Locator("[name=Nik]").FillAsync("123");
            if (path != "/lapor/foto")
            {
                await Next();
                Assert.Equal(path, new Uri(citizen.Page.Url).AbsolutePath);
                await Assertions.Expect(citizen.Page.Locator(".errors")).ToBeFocusedAsync();
                faults.AddRange(await citizen.Faults(Widths));
            }
            await answer();
            await Next();
        }
        faults.AddRange(await citizen.Faults(Widths));
        await Next();
        Assert.Equal("/lapor/terkirim", new Uri(citizen.Page.Url).AbsolutePath);
        faults.AddRange(await citizen.Faults(Widths));
        await citizen.Leave(citizen.Page.Locator("a[href^='/l/']"));
        faults.AddRange(await citizen.Faults(Widths));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained();

        Task Next() => citizen.Leave(citizen.Page.Locator("main form .action-bar button[type=submit]").First);
        Task Pick(string name, string value) => citizen.Page.Locator($"input[name={name}][value={value}] + label").ClickAsync();
    }

    [Fact]
    public async Task The_keyboard_leads_through_a_question_in_reading_order_and_shows_where_it_is()
    {
        await using var citizen = await house.Citizen(scripts: true);
        await citizen.Go("/lapor");
        var seen = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            await citizen.Page.Keyboard.PressAsync("Tab");
            seen.Add(await citizen.Page.EvaluateAsync<string>("""
                () => {
                  const at = document.activeElement, shown = at.matches('.choice-input') ? at.nextElementSibling : at, style = getComputedStyle(shown);
                  const visible = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
                  return (at.name || at.textContent.trim()) + (visible ? '' : ' (focus not visible)');
                }
                """));
        }
        Assert.Equal("Langsung ke isi", seen[0]);
        Assert.Contains("Danger", seen);
        Assert.True(seen.IndexOf("Danger") < seen.IndexOf("Lanjut"), string.Join(" → ", seen));
        Assert.DoesNotContain(seen, s => s.Contains("not visible", StringComparison.Ordinal));

        await citizen.Page.Locator("input[name=Danger][value=no]").First.FocusAsync();
        await citizen.Page.Keyboard.PressAsync("Space");
        await citizen.Page.Keyboard.PressAsync("Tab");
        await citizen.Leave(() => citizen.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/lapor/untuk", citizen.Path);
        house.NobodyComplained();
    }
}
