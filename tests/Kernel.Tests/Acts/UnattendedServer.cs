using Layar.Kernel.Acts;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Acts;

/// <summary>Nobody seals or notes the acts but the test itself, which writes acts of days long past.</summary>
internal sealed class UnattendedServer : LayarServer
{
    protected override void Adjust(WebApplicationBuilder builder)
    {
        foreach (var job in builder.Services.Where(s => s.ImplementationType == typeof(KeepHeads) || s.ImplementationType == typeof(DaySealJob)).ToList()) builder.Services.Remove(job);
    }
}
