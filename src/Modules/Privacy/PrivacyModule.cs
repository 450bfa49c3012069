using Layar.Kernel.Scheduling;
using Layar.Privacy.Breach;
using Layar.Privacy.Retention;
using Layar.Privacy.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Privacy;

/// <summary>Duties of UU 27/2022 that no single module can fulfil: the worksheet of a breach and the erasing of what has run out.</summary>
public static class PrivacyModule
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddScoped<NamedSubjects>().AddScoped<BreachReading>()
        .AddScoped<RunOutRules>().AddScoped<Erasing>().AddSingleton<IJob, EraseRunOut>();
}
