using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Layar.Testing;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>Every page a citizen reaches, in both languages, on a telephone and on a desk.</summary>
[Trait("Kind", "journey"), Trait("Database", "any"), Collection(Faces.Name)]
public sealed class CitizenFaceTests(JourneyHouse house)
{
    private static readonly string[] Pages =
        ["/", "/lacak", "/v", "/privasi", "/cuaca", "/kinerja", "/masuk", "/lapor", "/layanan/aduan", "/info/permakanan", "/lapor/permakanan", "/survei/terima-kasih", "/cek-bantuan", "/cek-bantuan/hasil?usia=67&desil=1-2&keadaan=sendirian", "/tidak-ada"];

    private static readonly int[] Widths = [360, 1280];

    [Theory, InlineData("id"), InlineData("en")]
    public async Task Public_pages_have_no_fault(string language)
    {
        await using var citizen = await house.Citizen(scripts: true, language: language);
        var faults = new List<string>();
        var titles = new Dictionary<string, string>();
        foreach (var path in Pages)
        {
            var status = await citizen.Go($"{path}{(path.Contains('?') ? '&' : '?')}bahasa={language}");
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

    [Theory, InlineData("id"), InlineData("en")]
    public async Task A_report_that_is_tracked_has_no_fault_with_a_question_and_after_its_end(string language)
    {
        var (noted, link) = await house.Server.Reported();
        await house.Server.Asked(noted, "Nenek bisa berjalan sendiri?");
        await using var citizen = await house.Citizen(scripts: true, language: language);
        var faults = new List<string>();
        await citizen.Go("/lacak?bahasa=" + language);
        await Pairs(noted.Code, "000000");
        await Pairs(noted.Code, "");
        await Pairs(noted.Code, noted.Pin);
        Assert.Contains("Nenek bisa berjalan sendiri?", await citizen.Page.ContentAsync());
        await citizen.Leave(citizen.Page.Locator("main form button[type=submit]").First);
        await Here();
        await Look(link);

        var (ended, way) = await house.Server.Reported();
        await house.Server.Answered(ended);
        await house.SurveyIsReady(ended);
        await Look(way);
        await citizen.Leave(citizen.Page.Locator("a[href^='/survei/']").First);
        await Here();
        await citizen.Leave(citizen.Page.Locator("main form button[type=submit]").First);
        await Here();
        await Look("/l/ABCDEFGHJKMN");
        Assert.Equal("/lacak?tautan=salah", citizen.Path);
        await Look("/survei/tidak-ada", 404);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained(except: "404");

        async Task Here() => faults.AddRange([.. await citizen.Faults(Widths), .. await citizen.DeadLinks()]);
        async Task Look(string path, int status = 200)
        {
            Assert.Equal(status, await citizen.Go(path));
            await Here();
        }

        async Task Pairs(string code, string pin)
        {
            await citizen.Go("/lacak");
            await citizen.Page.Locator("main form input[type=text], main form input:not([type])").Nth(0).FillAsync(code);
            await citizen.Page.Locator("main form input[type=text], main form input:not([type])").Nth(1).FillAsync(pin);
            await citizen.Leave(citizen.Page.Locator("main form button[type=submit]").First);
            await Here();
        }
    }

    [Theory, InlineData("id"), InlineData("en")]
    public async Task A_letter_that_is_checked_has_no_fault(string language)
    {
        var (_, letter) = await house.Server.Letter();
        using var manager = await house.Server.SignedIn(Roles.Manager);
        var code = (await manager.Open(letter)).Document.QuerySelector("a[href^='/v/']")!.GetAttribute("href")!;
        var pdf = await manager.Http.GetByteArrayAsync(letter + "/berkas");
        await using var citizen = await house.Citizen(scripts: true, language: language);
        var faults = new List<string>();
        foreach (var path in new[] { $"{code}?bahasa={language}", "/v/R7K2PM4D", "/v/x", "/v?kode=R7K2PM4D", "/v?kode=x" })
        {
            await citizen.Go(path);
            faults.AddRange(await citizen.Faults(Widths));
        }
        foreach (var bytes in new[] { pdf, [.. pdf[..^1], 0], [] })
        {
            await citizen.Go("/v");
            if (bytes.Length > 0) await citizen.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "surat.pdf", MimeType = "application/pdf", Buffer = bytes });
            await citizen.Leave(citizen.Page.Locator("form[method=post] button[type=submit]"));
            faults.AddRange(await citizen.Faults(Widths));
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained(except: "404");
    }

    [Fact]
    public async Task Pages_of_failure_have_no_fault()
    {
        await using var citizen = await house.Citizen(scripts: true);
        var faults = new List<string>();
        foreach (var code in (int[])[400, 403, 404, 413, 429, 500])
            foreach (var language in (string[])["id", "en"])
            {
                await citizen.Go($"/galat/{code}?bahasa={language}");
                faults.AddRange([.. await citizen.Faults(Widths), .. await citizen.DeadLinks()]);
            }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        house.NobodyComplained(except: "status of ");
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
