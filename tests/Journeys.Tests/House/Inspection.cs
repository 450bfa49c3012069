using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.House;

/// <summary>What must hold for every page: axe-core finds nothing, nothing runs out of the side, also with letters of double size, one h1, a title of its own.</summary>
internal static class Inspection
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], iframes: false });
          return found.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 160)).join(' | ')}`);
        }
        """;

    private const string Wide = """
        () => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return null;
          const far = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1).slice(0, 3);
          return 'runs out of the side: ' + far.map(e => e.tagName + '.' + e.className).join(', ');
        }
        """;

    private const int Desk = 1280;
    private const string Letters = "size => { document.documentElement.style.fontSize = size; }";

    /// <summary>Faults of the page as it stands, at these widths.</summary>
    public static async Task<List<string>> Faults(this Person person, params int[] widths) =>
        [.. (await person.Page.Faults(widths)).Select(f => $"{person.Name} {person.Path}: {f}")];

    public static async Task<List<string>> Faults(this IPage page, params int[] widths)
    {
        var faults = new List<string>();
        if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{await page.Locator("h1").CountAsync()} h1");
        if (string.IsNullOrWhiteSpace(await page.TitleAsync())) faults.Add("no title");
        // Playwright runs this from outside; the policy of the page stays in force for the page itself.
        await page.EvaluateAsync(Axe + "\n;undefined");
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            // As tall as the page: a bar that sticks to the bottom covers no field that one would scroll into view.
            await page.SetViewportSizeAsync(width, Math.Clamp(await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 900, 8000));
            if (await page.EvaluateAsync<string?>(Wide) is { } wide) faults.Add($"{width} px {wide}");
            foreach (var violation in await page.EvaluateAsync<string[]>(Run)) faults.Add($"{width} px {violation}");
        }
        if (widths.Contains(Desk)) faults.AddRange(await WithDoubleLetters(page));
        return [.. faults.Distinct()];
    }

    private static async Task<List<string>> WithDoubleLetters(IPage page)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(Desk, 900);
        await page.EvaluateAsync(Letters, "200%");
        var wide = await page.EvaluateAsync<string?>(Wide);
        await page.EvaluateAsync(Letters, "");
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return wide is null ? [] : [$"letters of double size: {wide}"];
    }

    private const string Links = "() => [...new Set([...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0]))]";

    /// <summary>Links of this page that lead nowhere, or to what this person may not open.</summary>
    public static async Task<List<string>> DeadLinks(this Person person)
    {
        var dead = new List<string>();
        foreach (var link in await person.Page.EvaluateAsync<string[]>(Links))
        {
            // The other language of a page that is refused is refused as well.
            if (link.StartsWith("/keluar", StringComparison.Ordinal) || link.Contains("bahasa=", StringComparison.Ordinal) || !person.Tried.Add(link)) continue;
            var answer = await person.Page.APIRequest.GetAsync(new Uri(new Uri(person.Page.Url), link).ToString());
            if (answer.Status is >= 400 and not 409) dead.Add($"{person.Name} {person.Path}: {link} answers {answer.Status}");
        }
        return dead;
    }
}
