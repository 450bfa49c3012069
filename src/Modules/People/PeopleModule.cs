using Layar.Identity.Contracts;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Layar.People.Candidates;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Households;
using Layar.People.Knowledge;
using Layar.People.Merging;
using Layar.People.Participation;
using Layar.People.Persons;
using Layar.People.Population;
using Layar.People.Persons.GiveCopy;
using Layar.People.Registry;
using Layar.People.Unidentified;
using Layar.People.Verval;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People;

public static class PeopleModule
{
    /// <param name="files">folder of the office's data files; null for the shipped ones</param>
    public static IServiceCollection AddPeople(this IServiceCollection services, string? files = null) => services
        .AddScoped<IPersons, PersonRegister>()
        .AddRegistry()
        .AddSingleton(new SealedColumn("person", "sealed_nik"))
        .AddSingleton(new SealedColumn("person", "sealed_family_card"))
        .AddPersonDesk(SourceTrust.Read(files))
        .AddVerval(ProposalColumns.Read(files));

    public static void MapPeople(this IEndpointRouteBuilder app) => app.MapPersonPhotos();

    /// <summary>Persons, their facts, households, types, programmes, candidates and doubles.</summary>
    private static IServiceCollection AddPersonDesk(this IServiceCollection services, SourceTrust trust) => services
        .AddSingleton(new SealedColumn("person_fact", "sealed_value"))
        .AddSingleton(new SealedColumn("person_category", "sealed_code"))
        .AddSingleton(new SealedColumn("household", "sealed_family_card"))
        .AddSingleton(trust)
        .AddScoped<PersonSeals>().AddScoped<PersonWords>().AddScoped<PersonAccess>().AddScoped<PersonAtHand>().AddScoped<PersonList>().AddScoped<PersonViewing>().AddScoped<AddPerson>()
        .AddScoped<GiveCopy>().AddScoped<ProcessingTrail>().AddScoped<IPersonCopyPart, HeldOfPerson>().AddScoped<IPersonCopyPart, RegistryOfPerson>()
        .AddScoped<IReadSubjects, PersonsAsSubjects>().AddScoped<IReadSubjects, PersonPhotosAsSubjects>()
        .AddScoped<FactBook>().AddScoped<CorrectFacts>().AddScoped<NikWarnings>()
        .AddScoped<CategoryWords>().AddScoped<CategoryBook>().AddScoped<AddCategory>().AddScoped<EndCategory>()
        .AddScoped<ReceivedProgrammes>().AddScoped<IReceivers, Receivers>().AddScoped<AddParticipation>().AddScoped<EndParticipation>()
        .AddScoped<HouseholdReading>().AddScoped<JoinHousehold>().AddScoped<LeaveHousehold>()
        .AddScoped<AddPhoto>().AddScoped<IPersonKnowledge, KnownOfPerson>().AddScoped<KnownOfRegistry>().AddScoped<IPopulation, PopulationReading>().AddScoped<IRegisterCount, RegisterCounting>()
        .AddSingleton<PersonIndex>().AddSingleton<SearchTraces>().AddScoped<PersonNews>().AddScoped<IPersonCandidates, PersonCandidates>().AddHostedService<FollowPersons>()
        .AddScoped<PairFields>().AddScoped<LikelyDoubles>().AddScoped<PersonLinks>().AddScoped<DecidePair>().AddScoped<TakePersonsApart>().AddSingleton<IJob, FindDoubles>();
}
