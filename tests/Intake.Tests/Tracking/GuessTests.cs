using System.Net;
using Layar.Catalogue.Contracts;
using Layar.Intake.Tracking;
using Layar.Kernel.Numbers;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Tracking;

/// <summary>Ten thousand guesses by many networks: none hits, and the answer to a wrong code is the answer to a wrong PIN, to the byte and to the query.</summary>
[Trait("Kind", "page")]
public sealed class GuessTests(GuessTests.Server server) : IClassFixture<GuessTests.Server>
{
    private const int Tries = 10_000;

    public sealed class Server : StaffServer
    {
        public CountedQueries Queries { get; } = new();

        protected override IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?> { ["proxies"] = "127.0.0.1" };

        protected override void Adjust(WebApplicationBuilder builder) => builder.Services.CountQueries(Queries);
    }

    [Fact]
    public async Task Ten_thousand_guesses_never_hit()
    {
        var (code, pin) = await Reported();
        var random = new Random(13);
        var guesses = Enumerable.Range(0, Tries).Select(i => (Code: i % 2 == 0 ? code : Ticket(random), Pin: Guess(i, random, pin), From: $"198.51.{random.Next(4)}.{random.Next(250)}")).ToList();
        var (answers, looked) = (new int[600], 0);
        await Parallel.ForEachAsync(guesses.Chunk(500), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (part, stop) =>
        {
            using var visitor = server.Visitor();
            foreach (var (number, second, from) in part)
            {
                var status = (int)(await Ask(visitor, $"/api/laporan/{number}?pin={second}", from)).StatusCode;
                Interlocked.Increment(ref answers[status]);
                if (number == code && status == 404) Interlocked.Increment(ref looked);
            }
        });
        Assert.Equal(0, answers[200]);
        Assert.Equal(Tries, answers[404] + answers[429]);
        Assert.True(looked <= GuessLimit.PinsAtOnce + GuessLimit.FourDigitsAtOnce, $"{looked} guesses at one code were looked at");
    }

    [Fact]
    public async Task An_honest_person_is_served_while_others_guess()
    {
        var (code, pin) = await Reported();
        var (other, _) = await Reported();
        using var visitor = server.Visitor();
        for (var i = 0; i < 200; i++) await Ask(visitor, $"/api/laporan/{other}?pin={i:000000}", $"198.51.100.{i}");
        Assert.Equal(HttpStatusCode.OK, (await Ask(visitor, $"/api/laporan/{code}?pin={pin}", "203.0.113.9")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_pin_and_an_unknown_code_answer_with_the_same_bytes_after_the_same_work()
    {
        var (code, pin) = await Reported();
        var (wrong, unknown) = (pin == "111111" ? "222222" : "111111", Ticket(new Random(7)));
        using var visitor = server.Visitor();
        var (hit, miss) = (await Measured(visitor, $"/api/laporan/{code}?pin={wrong}", "203.0.113.20"), await Measured(visitor, $"/api/laporan/{unknown}?pin={wrong}", "203.0.113.21"));
        Assert.Equal(hit.Text, miss.Text);
        Assert.Equal(hit.Queries, miss.Queries);
        Assert.Equal(hit.Headers, miss.Headers);
        var (pageHit, pageMiss) = (await Page(code, wrong, "203.0.113.22"), await Page(unknown, wrong, "203.0.113.23"));
        Assert.Equal(pageHit.Replace(code, "X", StringComparison.Ordinal).Length, pageMiss.Replace(unknown, "X", StringComparison.Ordinal).Length);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_answer_alike()
    {
        using var visitor = server.Visitor();
        var first = await SignIn(visitor, "operator", "203.0.113.30");
        var second = await SignIn(visitor, "orangasing", "203.0.113.31");
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(first.Errors, second.Errors);
        Assert.Equal(Plain(first.Text, "operator").Length, Plain(second.Text, "orangasing").Length);
        server.Queries.Reset();
        await SignIn(visitor, "operator", "203.0.113.32");
        var known = server.Queries.Commands.Select(Kind).ToList();
        server.Queries.Reset();
        await SignIn(visitor, "orangasing", "203.0.113.33");
        Assert.Equal(known, server.Queries.Commands.Select(Kind));
    }

    private static string Kind(string command) => string.Join(' ', command.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(4));

    private static string Plain(string page, string name) => System.Text.RegularExpressions.Regex.Replace(page.Replace($"value=\"{name}\"", "", StringComparison.Ordinal), "value=\"[A-Za-z0-9_-]{80,}\"", "");

    private static async Task<Page> SignIn(Visitor visitor, string name, string from)
    {
        visitor.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        return await visitor.SignIn(name, "salah-sama-sekali");
    }

    private async Task<(string Text, int Queries, string Headers)> Measured(Visitor visitor, string path, string from)
    {
        server.Queries.Reset();
        using var answer = await Ask(visitor, path, from);
        return (await answer.Content.ReadAsStringAsync(), server.Queries.Count, string.Join(";", answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}={string.Join(",", h.Value)}").Order()));
    }

    private async Task<string> Page(string code, string pin, string from)
    {
        using var visitor = server.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        var page = await (await visitor.Open("/lacak")).Form().Set("Code", code).Set("Second", pin).Press("Lihat");
        return Plain(page.Text, code);
    }

    private static Task<HttpResponseMessage> Ask(Visitor visitor, string path, string from) =>
        visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", from } } });

    private async Task<(string Code, string Pin)> Reported()
    {
        using var visitor = server.Visitor();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        return ((string)sent["code"]!, (string)sent["pin"]!);
    }

    private string Ticket(Random random)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return TicketCode.FromBytes(server.Services.GetRequiredService<ICatalogue>().Instance.TicketPrefix, bytes).ToString();
    }

    /// <summary>Six digits or four, never the right ones: what is tested is whether a wrong one is ever taken.</summary>
    private static string Guess(int i, Random random, string pin)
    {
        var guess = i % 3 == 0 ? $"{random.Next(10_000):0000}" : $"{random.Next(1_000_000):000000}";
        return guess == pin || guess == "7890" ? "000001" : guess;
    }
}
