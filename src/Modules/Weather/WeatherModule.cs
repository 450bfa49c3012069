using Layar.Kernel.Backups;
using Layar.Kernel.Scheduling;
using Layar.Weather.Bmkg;
using Layar.Weather.Contracts;
using Layar.Weather.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Weather;

/// <summary>Weather of the villages, for a visit, a trip or a river that rises.</summary>
public static class WeatherModule
{
    public static IServiceCollection AddWeather(this IServiceCollection services, BmkgSource source) => services
        .AddSingleton(new DerivedTable("weather_answer"))
        .AddSingleton(source).AddSingleton<BmkgDoor>().AddSingleton<WeatherKeeping>().AddScoped<IWeather, WeatherBook>()
        .AddSingleton<IJob, LookForWarnings>();
}
