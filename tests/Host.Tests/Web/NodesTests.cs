using System.Net;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Web;

/// <summary>Several nodes behind a proxy.</summary>
[Trait("Kind", "slice"), Collection(HostHouse.Name)]
public sealed class NodesTests(HostServer server)
{
    [Fact]
    public async Task What_one_node_sealed_for_a_browser_another_node_opens_also_after_a_rotation_of_keys()
    {
        var ticket = Protector(server.Services).Protect("tanda");
        await using var second = server.Neighbour();
        Assert.Equal("tanda", Protector(second.Services).Unprotect(ticket));
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KeyRing>().Rotate();
        Assert.True(await scope.ServiceProvider.GetRequiredService<KeyRotation>().SealAgain(CancellationToken.None) > 0);
        await using var third = server.Neighbour();
        Assert.Equal("tanda", Protector(third.Services).Unprotect(ticket));
    }

    [Fact]
    public async Task Https_at_the_proxy_is_https_for_the_house()
    {
        using var visitor = server.Visitor();
        using var plain = await visitor.Http.GetAsync("/");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.7" } } };
        using var secure = await visitor.Http.SendAsync(request);
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Figures_of_the_machine_stay_on_the_machine()
    {
        using var visitor = server.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync("/metrics")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_house_with_a_current_database_is_ready()
    {
        using var visitor = server.Visitor();
        Assert.Equal("ready", await visitor.Http.GetStringAsync("/health/ready"));
        Assert.Equal("live", await visitor.Http.GetStringAsync("/health/live"));
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji");
}
