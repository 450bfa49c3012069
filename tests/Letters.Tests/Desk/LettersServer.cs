using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Visitor = Layar.Testing.Visitor;

namespace Layar.Letters.Tests.Desk;

[CollectionDefinition(Name)]
public sealed class LettersCollection : ICollectionFixture<LettersServer>
{
    public const string Name = "letters";
}

/// <summary>The application with demo accounts, one signed-in visitor per role, and cases at any step.</summary>
public sealed class LettersServer : StaffServer
{
    public const string Nik = "6311025208520003";
    public const string FullName = "Aminah binti Hasan";
    private static int serial;
    private readonly Dictionary<string, Visitor> visitors = [];

    public async Task<Visitor> As(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor)) visitors[role] = visitor = await this.SignedIn(role);
        return visitor;
    }

    /// <summary>An officer who is none of the demo accounts.</summary>
    public static StaffMember Someone(string role, string? division = null) =>
        new(new StaffId(Guid.NewGuid()), role, $"Petugas {role}", new HashSet<string> { role }, [], division, new Dictionary<string, string>());

    /// <summary>A case that the desk, the visitor, the manager, the kadis and the kabid have brought to this step.</summary>
    public async Task<CaseSummary> CaseAt(CaseStep step, string service = "permakanan", string? name = FullName, bool secret = false, string? nik = Nik)
    {
        var id = new CaseId(Guid.CreateVersion7());
        await Within(async s =>
        {
            var person = name is null ? (PersonId?)null : new PersonId(Guid.CreateVersion7());
            var facts = new PersonFacts { Name = name, Nik = nik, Area = "63.11.02.2004", BirthPlace = "Halong", BirthDate = new(1952, 8, 12), Address = "Desa Tabuan", Rt = "02", Sex = "P", AgeGroup = "elderly" };
            var (rows, _) = s.GetRequiredService<ICaseOpening>().Open(new NewCase
            {
                Id = id, Number = $"BLG-{Interlocked.Increment(ref serial):0000}-{Guid.NewGuid().ToString("N")[..4].ToUpperInvariant()}", Problem = "lansia-telantar", Service = service,
                Title = "Lanjut usia telantar", Channel = "loket", Emergency = false, Secret = secret, Social = true, PersonId = person, ReceivedAt = DateTime.UtcNow, Actor = Actor.System,
            });
            var all = person is { } p ? rows.Append(s.GetRequiredService<IPersons>().NewRow(p, facts, DateTime.UtcNow)) : rows;
            await s.GetRequiredService<GroupCommit>().Write([.. all], CancellationToken.None);
            return 0;
        });
        return await Move(id, step);
    }

    /// <summary>Brings a case from where it stands to this step.</summary>
    public async Task<CaseSummary> Move(CaseId id, CaseStep step)
    {
        var summary = await Within(s => s.GetRequiredService<ICases>().Find(id, CancellationToken.None)) ?? throw new InvalidOperationException();
        (CaseActKind Act, string Role)[] road =
        [
            (CaseActKind.MarkComplete, Roles.Operator), (CaseActKind.ScheduleVisit, Roles.Supervisor), (CaseActKind.RecordVisit, Roles.Supervisor),
            (CaseActKind.Approve, Roles.Manager), (CaseActKind.Acknowledge, Roles.Head), (CaseActKind.Forward, Roles.Manager), (CaseActKind.AssignProgramme, Roles.DivisionHead),
        ];
        foreach (var (act, role) in road)
        {
            if (summary.Step == step) break;
            if (act == CaseActKind.MarkComplete && summary.Step != CaseStep.Completeness) continue;
            if (step == CaseStep.Rejected && summary.Step == CaseStep.ManagerReview) return await Act(id, CaseActKind.Reject, Someone(Roles.Manager));
            summary = await Act(id, act, Someone(role, summary.Division));
        }
        return summary;
    }

    public async Task<CaseSummary> Act(CaseId id, CaseActKind act, StaffMember member) => await Within(async s =>
    {
        CaseSummary? result = null;
        var outcome = await s.GetRequiredService<Change>().Run<CaseSummary>(async () => await s.GetRequiredService<ICaseProcess>().Do(id, act, member, new(Reason: "karena perlu"), CancellationToken.None), CancellationToken.None);
        return outcome.TryGet(out result, out var refusal) ? result : throw new InvalidOperationException($"{act}: {refusal}");
    });

    public Task<CaseSummary?> Case(CaseId id) => Within(s => s.GetRequiredService<ICases>().Find(id, CancellationToken.None));

    internal Task<Letter> Letter(string id) => Within(s => s.GetRequiredService<AppDb>().Set<Letter>().AsNoTracking().SingleAsync(l => l.Id == new LetterId(Guid.Parse(id))));

    internal async Task<string> Drafted(CaseSummary summary, Action<Form>? fill = null, string query = "")
    {
        var form = (await (await As(Roles.Manager)).Open($"/petugas/kasus/{summary.Number}/surat{query}")).Form("Ajukan");
        fill?.Invoke(form);
        var answer = await form.Press("Ajukan");
        return answer.Location?.Split('/')[^1] ?? throw new InvalidOperationException($"{answer.Status} {string.Join("; ", answer.Errors)}");
    }

    /// <summary>Presses a button on the page of a letter.</summary>
    internal async Task<Page> Press(string role, string id, string button) => await (await (await As(role)).Open($"/petugas/surat/{id}")).Form(button).Press(button);

    internal async Task<Letter> Issued(CaseSummary? summary = null, Action<Form>? fill = null)
    {
        var id = await Drafted(summary ?? await CaseAt(CaseStep.LetterIssue), fill);
        await Press(Roles.DivisionHead, id, "Paraf");
        await Press(Roles.Head, id, "Mengetahui");
        var answer = await Press(Roles.Manager, id, "Terbitkan surat");
        var letter = await Letter(id);
        return letter.State == LetterState.Issued ? letter : throw new InvalidOperationException($"{letter.State} {answer.Status} {string.Join("; ", answer.Errors)}");
    }

    internal async Task<byte[]> Pdf(Letter letter) => await (await (await As(Roles.Manager)).Http.GetAsync($"/petugas/surat/{letter.Id.Value}/berkas")).Content.ReadAsByteArrayAsync();
}
