using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Visitor = Layar.Testing.Visitor;

namespace Layar.Privacy.Tests;

/// <summary>The application with accounts, and reports that come in the way phones send them.</summary>
public sealed class PrivacyServer : StaffServer
{
    private readonly Dictionary<string, Visitor> visitors = [];

    public async Task<Visitor> As(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor)) visitors[role] = visitor = await this.SignedIn(role);
        return visitor;
    }

    /// <summary>A report with a reporter's number; its code is the number of the case.</summary>
    public async Task<(Guid Id, string Number)> Report(string name, string contact, string secrecy = "open", string story = "Nenek tinggal sendiri.", string? nik = null)
    {
        var id = Guid.CreateVersion7();
        using var citizen = Visitor();
        var answer = await citizen.Http.PostAsJsonAsync("/api/laporan", new
        {
            reportId = id, @for = "neighbour", problem = "lansia", emergency = false, story, areaCode = "63.11.02.2004", landmark = "belakang langgar",
            person = new { name, ageGroup = "elderly", sex = "P", nik }, contact = new { channel = "whatsapp", value = contact }, secrecy, consentVersion = "2026-11", photos = 0,
        });
        answer.EnsureSuccessStatusCode();
        return (id, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!);
    }

    public Task<int> Sql(string sql, params object[] values) => Within(s =>
    {
        var db = s.GetRequiredService<AppDb>();
        return db.Database.ExecuteSqlRawAsync(sql, values.Select(v => v switch { Guid id => db.Value(id), DateTime at => db.Value(at), _ => v }));
    });

    /// <summary>How many rows answer the question.</summary>
    public Task<int> Count(string from, params object[] values) => Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var question = "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM " + from;
        return await db.Database.SqlQueryRaw<int>(question, [.. values.Select(v => v switch { Guid id => db.Value(id), DateTime at => db.Value(at), _ => v })]).SingleAsync();
    });

    /// <summary>The case of this number ended at that moment.</summary>
    public Task End(string number, DateTime at) => Sql("UPDATE case_file SET open = {0}, closed_at = {1}, step = 'Completed', next_due_at = NULL WHERE number = {2}", TestDatabase.Kind == DatabaseKind.Sqlite ? 0 : false, at, number);
}

[CollectionDefinition(Name)]
public sealed class PrivacyHouse : ICollectionFixture<PrivacyServer>
{
    public const string Name = "privacy";
}
