using System.Reflection;
using Layar.Areas.Api;
using Layar.Areas.Contracts;
using Layar.Areas.Import;
using Layar.Areas.Listed;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Areas;

/// <summary>Kabupaten, kecamatan, desa and kelurahan.</summary>
public static class AreasModule
{
    private const string Shipped = "Layar.Areas.Data.areas-6311-6372.csv";

    public static IServiceCollection AddAreas(this IServiceCollection services) => services
        .AddSingleton<AreaBook>()
        .AddSingleton<IAreas>(provider => provider.GetRequiredService<AreaBook>())
        .AddSingleton<IWorkAreas>(provider => provider.GetRequiredService<AreaBook>())
        .AddHostedService(provider => provider.GetRequiredService<AreaBook>())
        .AddScoped<AreaImport>();

    public static void MapAreas(this IEndpointRouteBuilder routes) => AreasBelow.Map(routes);

    /// <summary>Puts the shipped list into a database that has none. Safe to repeat; a list that was imported stays as it is.</summary>
    public static async Task Seed(IServiceProvider scope, CancellationToken stop)
    {
        if (await scope.GetRequiredService<AppDb>().Set<ListedArea>().AnyAsync(stop)) return;
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Shipped)!);
        var result = await scope.GetRequiredService<AreaImport>().Run(reader, "idn-area-data 4.0.1 (ODbL 1.0)", stop);
        if (result.Faults.Count > 0) throw new InvalidOperationException(result.Faults[0]);
    }

    /// <summary>The verb <c>import-areas</c>: <c>code,parent,name[,kind]</c>.</summary>
    /// <param name="source">what the act names, e.g. the file name</param>
    public static Task<AreaImportResult> Import(IServiceProvider scope, TextReader file, string source, CancellationToken stop) =>
        scope.GetRequiredService<AreaImport>().Run(file, source, stop);
}
