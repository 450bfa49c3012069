using System.Collections.Concurrent;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Outbox;

[Trait("Kind", "slice")]
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly OutboxServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_message_reaches_its_consumer_though_the_consumer_fails_at_first()
    {
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).ToList();
        await server.Within(s => s.GetRequiredService<Change>().Run(() =>
        {
            foreach (var id in ids) s.GetRequiredService<OutboxWriter>().Publish(new ThingHappened(id));
            return Task.FromResult(Outcome.Success);
        }, CancellationToken.None));

        for (var i = 0; i < 200 && await Waiting() > 0; i++) await Task.Delay(100);

        Assert.Equal(0, await Waiting());
        Assert.Equal(ids.Order(), FlakyConsumer.Seen.Keys.Where(ids.Contains).Order());
    }

    private Task<int> Waiting() => server.Within(s => s.GetRequiredService<AppDb>().Set<OutboxDelivery>().CountAsync(d => d.Consumer == "flaky" && d.State == DeliveryState.Waiting));

    internal sealed record ThingHappened(Guid Id);

    private sealed class FlakyConsumer : IOutboxConsumer
    {
        private static readonly ConcurrentDictionary<Guid, int> Tries = new();
        public static readonly ConcurrentDictionary<Guid, bool> Seen = new();

        public string Name => "flaky";

        public bool Wants(string eventName) => eventName == nameof(ThingHappened);

        public Task Handle(OutboxMessage message, CancellationToken stop)
        {
            var id = System.Text.Json.JsonSerializer.Deserialize<ThingHappened>(message.Payload)!.Id;
            if (id.GetHashCode() % 3 == 0 && Tries.AddOrUpdate(id, 1, (_, n) => n + 1) == 1) throw new IOException("the peer does not answer");
            Seen[id] = true;
            return Task.CompletedTask;
        }
    }

    private sealed class OutboxServer : LayarServer
    {
        protected override void Adjust(WebApplicationBuilder builder) => builder.Services.AddConsumer<FlakyConsumer>("flaky", nameof(ThingHappened));
    }
}
