using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Testing;

/// <summary>A case that a test opened.</summary>
public sealed record OpenedCase(CaseId Id, string Number)
{
    public string Path => $"/petugas/kasus/{Number}";
}

/// <summary>What a test wants of a case; everything else is ordinary.</summary>
public sealed record WantedCase
{
    public string Title { get; init; } = "Lansia tinggal sendiri, tidak bisa berjalan";
    public string? Excerpt { get; init; } = "Nenek sudah tiga hari tidak keluar rumah, tetangga yang antar makan";
    public string Problem { get; init; } = "lansia";
    public string? Service { get; init; } = "perawatan-rumah";
    public string? Area { get; init; } = "63.11.02.2004";
    public string Channel { get; init; } = "situs";
    public bool Emergency { get; init; }
    public bool Secret { get; init; }
    public PersonFacts? Person { get; init; }
    public DateTime? ReceivedAt { get; init; }

    /// <summary>The step in which the case stands; null leaves it where a new report stands.</summary>
    public CaseStep? Step { get; init; }

    public string? Division { get; init; }
    public string? Agency { get; init; }

    /// <summary>Overrides the due time of the step.</summary>
    public DateTime? DueAt { get; init; }

    public bool WithoutDue { get; init; }
}

/// <summary>Opens cases the way reports do, through <see cref="ICaseOpening"/> and the writer queue.</summary>
public static class CaseBuilder
{
    public static Task<OpenedCase> Case(this LayarServer server, WantedCase? wanted = null) => server.Within(s => s.Case(wanted));

    public static async Task<OpenedCase> Case(this IServiceProvider services, WantedCase? wanted = null)
    {
        wanted ??= new WantedCase();
        var at = wanted.ReceivedAt ?? services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var id = new CaseId(Guid.CreateVersion7(at));
        var prefix = services.GetRequiredService<ICatalogue>().Instance.TicketPrefix;
        var rows = new List<object>();
        PersonId? person = wanted.Person is null ? null : new PersonId(Guid.CreateVersion7(at));
        if (person is { } known) rows.Add(services.GetRequiredService<IPersons>().NewRow(known, wanted.Person!, at, wanted.Secret));
        var (caseRows, _) = services.GetRequiredService<ICaseOpening>().Open(new NewCase
        {
            Id = id, Number = TicketCode.New(prefix).ToString(), Problem = wanted.Problem, Service = wanted.Service, Title = wanted.Title, Excerpt = wanted.Excerpt,
            Area = wanted.Area, Channel = wanted.Channel, Emergency = wanted.Emergency, Secret = wanted.Secret, PersonId = person, ReceivedAt = at, Actor = Actor.Citizen,
        });
        var file = caseRows.OfType<CaseFile>().Single();
        Place(file, wanted, services.GetRequiredService<CaseClocks>(), at);
        rows.AddRange(caseRows);
        await services.GetRequiredService<GroupCommit>().Write(rows, CancellationToken.None);
        return new OpenedCase(id, file.Number);
    }

    /// <summary>The case as it lies in the database.</summary>
    public static Task<CaseSummary> Look(this LayarServer server, OpenedCase opened) =>
        server.Within(async s => (await s.GetRequiredService<ICases>().Find(opened.Id, CancellationToken.None))!);

    /// <summary>The acts of the case, oldest first.</summary>
    public static Task<List<Act>> Acts(this LayarServer server, OpenedCase opened) => server.Within(s =>
        s.GetRequiredService<AppDb>().Set<Act>().AsNoTracking().Where(a => a.Chain == opened.Id.Value).OrderBy(a => a.Seq).ToListAsync());

    private static void Place(CaseFile file, WantedCase wanted, CaseClocks clocks, DateTime at)
    {
        if (wanted.Step is { } step)
        {
            file.BackStep = step is CaseStep.AwaitingReporter or CaseStep.Postponed or CaseStep.Merged ? CaseStep.Completeness : null;
            file.Step = step;
            file.Open = Steps.Of(step).IsOpen;
            file.ClosedAt = file.Open ? null : at;
            if (step == CaseStep.Postponed) file.PostponedUntil = at.AddDays(3);
            clocks.Enter(file, step, at);
        }
        file.Division = wanted.Division ?? file.Division;
        file.Agency = wanted.Agency;
        if (wanted.DueAt is { } due) file.NextDueAt = due;
        if (wanted.WithoutDue) file.NextDueAt = null;
    }
}
