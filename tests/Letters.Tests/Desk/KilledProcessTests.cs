using System.Diagnostics;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Books;
using Layar.Letters.Contracts;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Layar.Testing.Visitor;

namespace Layar.Letters.Tests.Desk;

/// <summary>A second process on the same database is killed while it signs.</summary>
[Trait("Kind", "slice")]
public sealed class KilledProcessTests : IClassFixture<LettersServer>
{
    private const int Letters = 16;
    private readonly LettersServer server;

    public KilledProcessTests(LettersServer server) => this.server = server;

    [Fact]
    public async Task Killed_while_signing_the_book_has_no_gap_and_every_number_a_letter()
    {
        var ids = new List<LetterId>();
        foreach (var _ in Enumerable.Range(0, Letters)) ids.Add(await ReadyLetters.Make(server));
        using var host = Start();
        try
        {
            using var visitor = new Visitor(await Address(host));
            await visitor.SignIn(Roles.Manager, StaffSignIn.DemoPassword);
            var forms = new List<Form>();
            foreach (var id in ids) forms.Add((await visitor.Open($"/petugas/surat/{id.Value}")).Form("Terbitkan surat"));
            var presses = forms.Select(f => f.Press("Terbitkan surat")).ToList();
            while ((await Lines()).Count < 3) await Task.Delay(5);
            host.Kill();
            foreach (var press in presses) await press.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        finally
        {
            if (!host.HasExited) host.Kill();
        }

        var atDeath = await Lines();
        Assert.Equal(Enumerable.Range(1, atDeath.Count), atDeath.Select(l => l.Number));
        foreach (var id in ids) await Finish(id);
        var after = await Lines();
        Assert.Equal(Enumerable.Range(1, Letters), after.Select(l => l.Number));
        Assert.All(atDeath, line => Assert.Equal(line.LetterId, after[line.Number - 1].LetterId));
        TestContext.Current.TestOutputHelper?.WriteLine($"{atDeath.Count} of {Letters} were numbered when the process died.");
    }

    private async Task Finish(LetterId id)
    {
        var letter = await server.Letter(id.Value.ToString());
        var manager = LettersServer.Someone(Roles.Manager);
        if (letter.State == LetterState.InApproval)
            Assert.True((await server.Within(s => s.GetRequiredService<SignLetterHandler>().Handle(id, letter.Version, manager, CancellationToken.None))).IsDone);
        Assert.True((await server.Within(s => s.GetRequiredService<IssueLetterHandler>().Handle(id, manager, Roles.All, CancellationToken.None))).IsDone);
        var done = await server.Letter(id.Value.ToString());
        Assert.True(done is { State: LetterState.Issued, FileId: not null });
    }

    private Task<List<LetterNumbering>> Lines() => server.Within(s => s.GetRequiredService<AppDb>().Set<LetterNumbering>().AsNoTracking().OrderBy(n => n.Number).ToListAsync());

    private Process Start()
    {
        var database = server.Services.GetRequiredService<DatabaseChoice>();
        var db = database.Kind == DatabaseKind.Sqlite ? $"sqlite:{Path.Combine(server.DataFolder, "layar.db")}" : $"postgres:{database.ConnectionString}";
        return Terminal.Start("demo", "--cases", "0", "--port", "0", "--data", server.DataFolder, "--db", db);
    }

    private static async Task<Uri> Address(Process host)
    {
        while (await host.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Layar is ready: ", StringComparison.Ordinal)) return new Uri(line.Split(' ')[3]);
        throw new InvalidOperationException("The host did not start.");
    }
}
