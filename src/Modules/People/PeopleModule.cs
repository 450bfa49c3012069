using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People;

public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<IPersons, PersonRegister>()
        .AddRegistry()
        .AddSingleton(new SealedColumn("person", "sealed_nik"))
        .AddSingleton(new SealedColumn("person", "sealed_family_card"));
}
