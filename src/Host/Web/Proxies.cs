using Microsoft.AspNetCore.HttpOverrides;

namespace Layar.Host.Web;

/// <summary>Behind a proxy the visitor's address and https come in headers; they are believed only from the proxies named in the settings.</summary>
internal static class Proxies
{
    public static void Believe(WebApplication app, IReadOnlyList<System.Net.IPNetwork> networks)
    {
        if (networks.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = networks.Count };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
