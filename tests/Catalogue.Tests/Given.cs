using Layar.Catalogue.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Tests;

internal static class Given
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly ICatalogue Balangan = Catalogue("63.11");
    public static readonly ICatalogue Banjarbaru = Catalogue("63.72");
    public static readonly ITriage Triage = new ServiceCollection().AddCatalogue(new CatalogueSettings())
        .BuildServiceProvider().GetRequiredService<ITriage>();

    public static ICatalogue Catalogue(string area) => CatalogueModule.Load(new() { Area = area });

    public static Service Service(string code) => Balangan.Service(code, Today)!;
}
