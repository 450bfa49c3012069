using Layar.Intake.Tracking;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Tracking;

[Trait("Kind", "page")]
public sealed class SlowDownTests(SlowDownTests.Server server) : IClassFixture<SlowDownTests.Server>
{
    public sealed class Server : StaffServer
    {
        protected override IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?> { ["proxies"] = "127.0.0.1" };
    }

    [Fact]
    public async Task Five_wrong_pairs_close_a_code_for_their_network_and_twenty_close_the_network()
    {
        using var visitor = From("203.0.113.1");
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        var path = $"/api/laporan/{sent["code"]}";
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => visitor.Http.GetAsync($"{path}?pin=11111{i}")));
        Assert.Equal(5, tries.Count(t => (int)t.StatusCode == 404));
        Assert.All(tries.Where(t => (int)t.StatusCode == 429), t => Assert.InRange(t.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600));
        Assert.Equal(429, (await IntakeServer.Get(visitor, $"{path}?pin={sent["pin"]}")).Status);

        var others = new List<int>();
        for (var i = 0; i < 17; i++) others.Add((await IntakeServer.Get(visitor, $"/api/laporan/{TrackingTests.Unknown()}?pin=123456")).Status);
        Assert.Equal(15, others.Count(s => s == 404));
        Assert.Equal(2, others.Count(s => s == 429));
        Assert.Equal(429, (int)(await visitor.Open($"/lacak?kode={TrackingTests.Unknown()}")).Status);
    }

    [Fact]
    public async Task Who_guesses_does_not_lock_out_the_reporter()
    {
        using var reporter = From("203.0.113.2");
        var (_, sent) = await IntakeServer.Post(reporter, IntakeServer.Body());
        using var rival = From("203.0.113.3");
        for (var i = 0; i < 6; i++) await IntakeServer.Get(rival, $"/api/laporan/{sent["code"]}?pin=11111{i}");
        Assert.Equal(429, (await IntakeServer.Get(rival, $"/api/laporan/{sent["code"]}?pin={sent["pin"]}")).Status);
        Assert.Equal(200, (await IntakeServer.Get(reporter, $"/api/laporan/{sent["code"]}?pin={sent["pin"]}")).Status);
        var page = await (await reporter.Open("/lacak")).Form().Set("Code", (string)sent["code"]!).Set("Second", (string)sent["pin"]!).Press("Lihat");
        Assert.Equal("/lacak/laporan", page.Location);
    }

    [Fact]
    public async Task The_link_opens_from_the_network_of_who_guesses_too()
    {
        using var visitor = From("203.0.113.4");
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        for (var i = 0; i < 25; i++) await IntakeServer.Get(visitor, $"/api/laporan/{TrackingTests.Unknown()}?pin=123456");
        for (var i = 0; i < 25; i++) await visitor.Open($"/l/{i:000000000000}");
        Assert.Equal(429, (await IntakeServer.Get(visitor, $"/api/laporan/{sent["code"]}?pin={sent["pin"]}")).Status);
        Assert.Contains((string)sent["code"]!, (await visitor.Open((string)sent["link"]!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_tries_count_on_every_node_and_a_right_one_writes_nothing()
    {
        using var visitor = From("203.0.113.5");
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        var path = $"/api/laporan/{sent["code"]}";
        var before = await Written();
        Assert.Equal(200, (await IntakeServer.Get(visitor, $"{path}?pin={sent["pin"]}")).Status);
        Assert.Equal(before, await Written());
        for (var i = 0; i < 5; i++) Assert.Equal(404, (await IntakeServer.Get(visitor, $"{path}?pin=11111{i}")).Status);
        Assert.Equal(before + 3, await Written());

        await using var node = server.Neighbour();
        await node.StartAsync();
        var there = new Uri(new Uri(node.Urls.First()), $"{path}?pin={sent["pin"]}");
        Assert.Equal(429, (int)(await visitor.Http.GetAsync(there)).StatusCode);
        using var reporter = From("203.0.113.6");
        Assert.Equal(200, (int)(await reporter.Http.GetAsync(there)).StatusCode);
        await node.StopAsync();
    }

    private Task<int> Written() => server.Within(s => s.GetRequiredService<AppDb>().Set<WrongTry>().CountAsync());

    private Visitor From(string address)
    {
        var visitor = server.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }
}
