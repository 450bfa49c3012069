using Layar.Kernel.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Outbox;

public static class OutboxModule
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxRoutes>()
        .AddScoped<OutboxWriter>();

    /// <summary>Registers a consumer for the named events.</summary>
    public static IServiceCollection AddConsumer<T>(this IServiceCollection services, string name, params string[] events) where T : class, IOutboxConsumer => services
        .AddScoped<IOutboxConsumer, T>()
        .AddSingleton(new OutboxRoute(name, events.ToHashSet()))
        .AddSingleton<IJob>(provider => ActivatorUtilities.CreateInstance<OutboxDispatcher>(provider, name));
}
