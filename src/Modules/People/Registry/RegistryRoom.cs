using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Looking;
using Layar.People.Registry.Releases;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Registry;

internal static class RegistryRoom
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddScoped<IRegistry, RegistryBook>()
        .AddSingleton(new SealedColumn("registry_person_row", "sealed_nik"))
        .AddSingleton(new SealedColumn("registry_family_row", "sealed_family_card"))
        .AddSingleton(new SealedColumn("registry_problem", "sealed_row"));
}
