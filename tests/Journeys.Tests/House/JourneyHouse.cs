using System.Collections.Concurrent;
using Layar.Testing;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.House;

/// <summary>One application and one browser for a collection of journeys; every person gets a browser context.</summary>
public class JourneyHouse : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> complaints = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public JourneyServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Browsers.Shell(playwright);
    }

    /// <summary>Somebody at the public pages; without scripts unless said otherwise.</summary>
    /// <param name="keeps">the browser keeps answers, so that the phone asks the questions itself; otherwise its storage is closed</param>
    public Task<Person> Citizen(bool scripts = false, int width = 360, string language = "id", bool keeps = false) => Somebody("warga", scripts, width, language, keeps);

    /// <summary>An officer who has signed in with the demo account of this role.</summary>
    public async Task<Person> Officer(string role, int width = 1280)
    {
        var person = await Somebody(role, scripts: true, width, "id");
        await person.Go("/masuk");
        await person.Fill("Nama pengguna", role);
        await person.Fill("Kata sandi", StaffSignIn.DemoPassword);
        await person.Press("Masuk");
        return person;
    }

    /// <summary>No browser wrote an error or a warning to its console since the last time: no script failed, no policy was violated, nothing was missing.</summary>
    public void NobodyComplained(string? except = null)
    {
        var heard = new List<string>();
        while (complaints.TryDequeue(out var complaint)) { if (except is null || !complaint.Contains(except, StringComparison.Ordinal)) heard.Add(complaint); }
        Assert.True(heard.Count == 0, string.Join("\n", heard));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<Person> Somebody(string name, bool scripts, int width, string language, bool keeps = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Server.Address.ToString(), JavaScriptEnabled = scripts, Locale = language == "id" ? "id-ID" : "en-GB",
            ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        if (!keeps) await context.AddInitScriptAsync("delete Navigator.prototype.serviceWorker; delete window.indexedDB; delete Window.prototype.indexedDB;");
        return new Person(name, context, await context.NewPageAsync(), complaints.Enqueue);
    }
}

[CollectionDefinition(Name)]
public sealed class Desks : ICollectionFixture<JourneyHouse>
{
    public const string Name = "desks";
}

[CollectionDefinition(Name)]
public sealed class Faces : ICollectionFixture<JourneyHouse>
{
    public const string Name = "faces";
}
