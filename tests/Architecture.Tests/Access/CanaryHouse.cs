using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Identity.Contracts;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Layar.Architecture.Tests.Access;

/// <summary>
/// A house in which four secret reports carry five canaries each: words, place, name and number of whom they are about, and the reporter. Mails
/// go to a server of the test, log lines are kept.
/// </summary>
public sealed class CanaryHouse : StaffServer
{
    private readonly ConcurrentQueue<string> log = new();
    private readonly Dictionary<string, Visitor> visitors = [];

    public MailServer Post { get; } = new();

    /// <summary>Words that nobody without the right may meet anywhere.</summary>
    public List<string> Canaries { get; } = [];

    /// <summary>A word of an open report: that it is found shows that the search can find.</summary>
    public const string Sparrow = "PIPITTERBUKA";

    /// <summary>Numbers of the secret cases.</summary>
    public List<string> Secret { get; } = [];

    public IEnumerable<string> Log => log;

    protected override IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?> { ["smtp"] = $"smtp://127.0.0.1:{Post.Port}?from=layar@contoh.go.id" };

    protected override void Adjust(WebApplicationBuilder builder)
    {
        // The server's own lines of a request repeat the address, and with it what an asker typed; Layar keeps them off (see LayarApp).
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter<Keeping>(null, LogLevel.Trace).AddFilter<Keeping>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton<ILoggerProvider>(new Keeping(log));
    }

    public async Task<Visitor> As(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor)) visitors[role] = visitor = await this.SignedIn(role);
        return visitor;
    }

    /// <summary>Reports in all three levels of secrecy, an officer named, an addition told later.</summary>
    public async Task Plant()
    {
        if (Secret.Count > 0) return;
        for (var i = 0; i < 4; i++)
        {
            string[] canaries = [$"KENARICERITA{i}Q", $"KENARITEMPAT{i}Q", $"KENARINAMA{i}Q", $"63110252085{i}0999", i % 2 == 0 ? $"8129900{i}4411" : $"kenari{i}q@contoh.id"];
            Canaries.AddRange(canaries);
            var contact = i % 2 == 0 ? new JsonObject { ["channel"] = "whatsapp", ["value"] = "0" + canaries[4] } : new JsonObject { ["channel"] = "email", ["value"] = canaries[4] };
            var sent = await Send("secret", $"Suaminya memukul. {canaries[0]}", canaries[1], canaries[2], canaries[3], contact);
            Secret.Add((string)sent["code"]!);
            await Tell((string)sent["link"]!, $"Masih terjadi. {canaries[0]}");
        }
        await Send("open", $"Nenek sendirian. {Sparrow}", Sparrow, Sparrow, null, new JsonObject { ["channel"] = "email", ["value"] = "pipit@contoh.id" });
        var manager = await As(Roles.Manager);
        foreach (var number in Secret) await manager.Open($"/petugas/kasus/{number}");
    }

    private async Task<JsonNode> Send(string secrecy, string story, string landmark, string name, string? nik, JsonObject contact)
    {
        using var citizen = Visitor();
        var answer = await citizen.Http.PostAsJsonAsync("/api/laporan", new JsonObject
        {
            ["reportId"] = Guid.CreateVersion7().ToString(), ["for"] = "neighbour", ["problem"] = "kekerasan", ["emergency"] = false, ["story"] = story, ["areaCode"] = "63.11.02.2004", ["landmark"] = landmark,
            ["person"] = new JsonObject { ["name"] = name, ["ageGroup"] = "adult", ["sex"] = "P", ["nik"] = nik }, ["contact"] = contact, ["secrecy"] = secrecy, ["consentVersion"] = "2026-11", ["photos"] = 0,
        });
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(body)! : throw new InvalidOperationException(body);
    }

    private async Task Tell(string link, string words)
    {
        using var citizen = Visitor();
        var mine = await citizen.Open(link);
        if (mine.Location is not null) mine = await mine.Follow();
        var form = mine.Document.QuerySelectorAll("form").FirstOrDefault(f => f.QuerySelector("textarea") is not null) ?? throw new InvalidOperationException($"no words can be added at {link}: {mine.Status} {mine.Title}");
        var (field, button) = (form.QuerySelector("textarea")!.GetAttribute("name")!, form.QuerySelector("button")!.TextContent.Trim());
        await mine.Form(button).Set(field, words).Press(button);
    }

    private sealed class Keeping(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
