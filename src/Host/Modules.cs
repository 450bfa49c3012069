using System.Reflection;
using Layar.Host.CommandLine;
using Layar.Kernel.Data;

namespace Layar.Host;

/// <summary>The one list of rooms.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<Assembly> Assemblies =
    [
        typeof(AppDb).Assembly,
    ];

    public static void Add(IServiceCollection services, Settings settings)
    {
    }

    public static void Map(WebApplication app)
    {
    }
}
