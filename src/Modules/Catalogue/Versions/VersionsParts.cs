using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Catalogue.Versions.Activating;
using Layar.Catalogue.Versions.Drafting;
using Layar.Catalogue.Versions.Following;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Versions;

internal static class VersionsParts
{
    public static IServiceCollection AddVersions(this IServiceCollection services, ProgrammeBook book) => services
        .AddSingleton(book).AddSingleton<VersionsInForce>().AddHostedService<FollowVersions>()
        .AddScoped<VersionReading>().AddScoped<IProgrammeVersions>(s => s.GetRequiredService<VersionReading>())
        .AddSingleton<DraftChecks>().AddScoped<WriteDraft>().AddScoped<DiscardDraft>().AddScoped<ActivateVersion>();
}
