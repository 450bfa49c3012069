
namespace Layar.Journeys.Tests.House;

/// <summary>A supervisor at somebody's door, going through the visit form as it unfolds.</summary>
internal static class HomeVisit
{
    private static readonly Dictionary<string, string> Found = new()
    {
        ["q-ditemui"] = "ya", ["q-setuju-dikunjungi"] = "ya", ["q-bertempat-tinggal"] = "tidak", ["q-perlu-adl"] = "tidak", ["q-saran-petugas"] = "layak",
    };

    public static async Task Visits(this Person supervisor, string code)
    {
        await supervisor.Go("/petugas/kunjungan?tampilan=jadwalkan");
        await supervisor.OpenRow(code);
        await supervisor.Press("Jadwalkan kunjungan");
        await supervisor.Sees("Kunjungan terjadwal");
        await supervisor.OpenRow(code);
        await supervisor.Follow("Isi hasil kunjungan");
        while (!supervisor.Path.EndsWith("/ringkasan", StringComparison.Ordinal))
        {
            // Saving the draft brings the questions that follow from the answers.
            int before, after;
            do
            {
                before = await supervisor.Page.Locator("input[name=Shown]").CountAsync();
                await supervisor.AnswerScreen();
                await supervisor.Press("Simpan draf");
                after = await supervisor.Page.Locator("input[name=Shown]").CountAsync();
            }
            while (after != before);
            await supervisor.Leave(supervisor.Page.Locator("button[name=Do][value=next]"));
        }
        await supervisor.Sees("Semua pertanyaan terjawab");
        await supervisor.Fill("Laporan kunjungan", "Nenek menumpang di rumah tetangga dan tidak punya persediaan makanan.");
        await supervisor.Press("Simpan hasil kunjungan");
    }

    private static async Task AnswerScreen(this Person supervisor)
    {
        var page = supervisor.Page;
        foreach (var name in await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('input[type=radio][name^=q-], input[type=checkbox][name^=q-]')].map(i => i.name))]"))
        {
            if (await page.Locator($"input[name='{name}']:checked").CountAsync() > 0) continue;
            var wanted = Found.TryGetValue(name, out var value) ? page.Locator($"input[name='{name}'][value='{value}']") : page.Locator($"input[name='{name}']").First;
            await page.Locator($"label[for='{await wanted.GetAttributeAsync("id")}'].choice-face").ClickAsync();
        }
        foreach (var number in await page.Locator("input[name^=q-][inputmode]").AllAsync())
            if ((await number.InputValueAsync()).Length == 0) await number.FillAsync("1");
        foreach (var words in await page.Locator("textarea[name^=q-]").AllAsync())
            if ((await words.InputValueAsync()).Length == 0) await words.FillAsync("Perlu bantuan makanan");
    }
}
