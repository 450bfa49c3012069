using Layar.Catalogue.Contracts;
using Layar.Catalogue.Figures;
using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;
using Layar.Catalogue.SelfCheck;
using Layar.Catalogue.Triage;
using Layar.Catalogue.Versions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue;

public static class CatalogueModule
{
    /// <summary>Reads section <c>Catalogue</c> (<c>Area</c>, <c>Directory</c>).</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services, IConfiguration configuration) =>
        services.AddCatalogue(configuration.GetSection("Catalogue").Get<CatalogueSettings>() ?? new());

    /// <summary>Reads and checks the data files now, so that a broken file stops the start and not the first citizen.</summary>
    /// <exception cref="CatalogueDataException">The files do not hold together.</exception>
    public static IServiceCollection AddCatalogue(this IServiceCollection services, CatalogueSettings settings)
    {
        var content = CatalogueLoader.Load(settings);
        var book = new ProgrammeBook(content);
        var catalogue = new LoadedCatalogue(content, book);
        return services.AddVersions(book).AddFigures().AddSingleton<ICatalogue>(catalogue).AddSingleton<IProgrammes>(new LoadedProgrammes(book, catalogue)).AddSingleton(new SelfCheckBook(content.Check, content.Instance.AreaName)).AddSingleton<ITriage>(new KeywordTriage(catalogue, content.Lexicon));
    }

    /// <summary>The catalogue without a host, for the command line and for tests.</summary>
    public static ICatalogue Load(CatalogueSettings settings)
    {
        var content = CatalogueLoader.Load(settings);
        return new LoadedCatalogue(content, new ProgrammeBook(content));
    }
}
