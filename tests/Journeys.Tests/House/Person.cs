using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.House;

/// <summary>Somebody in front of a browser: finds things by the words on the page, and remembers what the browser complained about.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext context;

    internal Person(string name, IBrowserContext context, IPage page, Action<string> complain)
    {
        (Name, this.context, Page) = (name, context, page);
        page.Console += (_, said) => { if (said.Type is "error" or "warning") complain($"{name} at {page.Url}: {said.Text} {said.Location}"); };
        page.PageError += (_, error) => complain($"{name} at {page.Url}: {error}");
    }

    public string Name { get; }

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Links that were followed once already.</summary>
    internal HashSet<string> Tried { get; } = [];

    public ILocator Main => Page.Locator("main");

    public async Task<int> Go(string path) => (await Page.GotoAsync(path))!.Status;

    public Task Press(string button) => Leave(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Locator("visible=true").First);

    public Task Follow(string link) => Leave(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).Locator("visible=true").First);

    /// <summary>Follows the row of a list that shows these words.</summary>
    public Task OpenRow(string words) => Leave(Page.Locator("tr", new() { HasText = words }).Locator("a.row-link"));

    public Task Unfold(string summary) => Page.EvaluateAsync("words => { for (const d of document.querySelectorAll('main details')) if (d.querySelector('summary').textContent.includes(words)) d.open = true; }", summary);

    public Task Fill(string label, string text) => Page.GetByLabel(new Regex("^" + Regex.Escape(label))).Locator("visible=true").First.FillAsync(text);

    /// <summary>Clicks the card with these words; <paramref name="question"/> is the legend it stands under.</summary>
    public Task Choose(string answer, string? question = null)
    {
        var where = question is null ? Main : Page.Locator("fieldset", new() { Has = Page.Locator("legend", new() { HasText = question }) }).Last;
        return where.Locator("label.choice-face").Filter(new() { Has = Page.Locator($".choice-words > span:first-child:text-is(\"{answer}\")") }).First.ClickAsync();
    }

    public async Task Sees(string text) => await Assertions.Expect(Page.Locator("main, header").Filter(new() { HasText = text }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

    public async Task DoesNotSee(string text) => Assert.DoesNotContain(text, await Page.Locator("body").InnerTextAsync());

    /// <summary>Clicks and waits until the next page has come, also when it has the same address.</summary>
    public Task Leave(ILocator target) => Leave(() => target.ClickAsync());

    public async Task Leave(Func<Task> act)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => came.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await came.Task.WaitAsync(TimeSpan.FromSeconds(180));
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
