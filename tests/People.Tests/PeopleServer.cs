using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests;

/// <summary>The application with accounts and areas, and a visitor for each role.</summary>
public sealed class PeopleServer : StaffServer
{
    private readonly Dictionary<string, Visitor> visitors = [];

    public CountedQueries Queries { get; } = new();

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.CountQueries(Queries);

    public async Task<Visitor> As(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor)) visitors[role] = visitor = await this.SignedIn(role);
        return visitor;
    }

    /// <summary>A person as a report would bring it, known to the index at once.</summary>
    public Task<PersonId> Person(PersonFacts facts, bool restricted = false, DateTime? at = null) => Within(async s =>
    {
        var when = at ?? DateTime.UtcNow;
        var id = new PersonId(Guid.CreateVersion7(when));
        await s.GetRequiredService<GroupCommit>().Write([s.GetRequiredService<IPersons>().NewRow(id, facts, when, restricted)], CancellationToken.None);
        await s.GetRequiredService<PersonNews>().Tell(id, CancellationToken.None);
        return id;
    });

    internal Task<Person> Row(PersonId id) => Within(s => s.GetRequiredService<AppDb>().Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id));

    public Task<PersonFacts> Card(PersonId id) => Within(async s => (await s.GetRequiredService<IPersons>().Find(id, CancellationToken.None))!.Facts);

    public Task<List<Act>> ActsOf(PersonId id) => Within(s => s.GetRequiredService<AppDb>().Set<Act>().AsNoTracking().Where(a => a.Chain == id.Value).OrderBy(a => a.Seq).ToListAsync());

    public Task<List<ReadEntry>> Reads(Guid subject, string kind) => Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().AsNoTracking().Where(r => r.Subject == subject && r.SubjectKind == kind).ToListAsync());
}

[CollectionDefinition(Name)]
public sealed class PeopleHouse : ICollectionFixture<PeopleServer>
{
    public const string Name = "people";
}

internal static class Paths
{
    public static string Path(this PersonId id) => $"/petugas/warga/{id.Value}";

    public static PersonId PersonOf(this Page page) => new(Guid.Parse(page.Location!.Split('/')[3]));

    /// <summary>The text of the page without what its scripts hold.</summary>
    public static string Words(this Page page) => page.Document.QuerySelector("main")!.TextContent;
}
