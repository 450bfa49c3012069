using Layar.Catalogue.Figures.Activating;
using Layar.Catalogue.Figures.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Figures;

internal static class FiguresParts
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddSingleton<FigureBook>().AddSingleton<FigureChecks>().AddScoped<WriteFigure>().AddScoped<ActivateFigure>().AddScoped<TakeFigureBack>();
}
