using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Verval;

internal static class VervalRoom
{
    public static IServiceCollection AddVerval(this IServiceCollection services, ProposalColumns columns) => services
        .AddScoped<OpenCycle>().AddScoped<CloseCycle>()
        .AddScoped<TickedTargets>().AddScoped<RecordHouse>().AddScoped<PersonOfRow>().AddScoped<RecordPerson>()
        .AddScoped<DraftProposal>().AddScoped<ProposalReading>().AddScoped<VerifyProposal>().AddScoped<RecordMusdes>()
        .AddScoped<SendProposals>().AddScoped<ProposalSheet>().AddSingleton(columns);
}
