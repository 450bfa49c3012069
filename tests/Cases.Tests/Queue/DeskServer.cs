using System.Collections.Concurrent;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;

namespace Layar.Cases.Tests.Queue;

/// <summary>The application with demo accounts, a directory of officers, and a count of queries.</summary>
public sealed class DeskServer : StaffServer
{
    private readonly ConcurrentDictionary<string, Task<Visitor>> signedIn = new();

    public CountedQueries Queries { get; } = new();

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.CountQueries(Queries);
        builder.Services.AddAccountDirectory();
    }

    /// <summary>One browser per role for all tests: signing in is slow on purpose.</summary>
    public Task<Visitor> As(string role) => signedIn.GetOrAdd(role, r => this.SignedIn(r));
}

[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<DeskServer>
{
    public const string Name = "desk";
}
