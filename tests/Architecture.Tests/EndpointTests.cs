using Layar.Identity.Contracts;
using Layar.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Architecture.Tests;

[Trait("Kind", "architecture")]
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly LayarServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public void Every_address_of_the_staff_names_its_roles()
    {
        var open = Endpoints().Where(e => e.RoutePattern.RawText is { } path && path.TrimStart('/').StartsWith("petugas", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<StaffPageAttribute>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.RoutePattern.RawText);

        Assert.Empty(open);
    }

    [Fact]
    public void Every_role_named_by_a_page_exists()
    {
        var unknown = Endpoints().SelectMany(e => e.Metadata.GetOrderedMetadata<StaffPageAttribute>()).SelectMany(a => a.Allowed).Except(Roles.All);

        Assert.Empty(unknown);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
