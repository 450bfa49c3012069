using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Registry;

/// <summary>Several processes and one release: one reads, one puts in force; the others do nothing.</summary>
[Trait("Kind", "slice"), Collection(RegistryHouse.Name)]
public sealed class TurnTests(RegistryServer server)
{
    private const int Persons = 3000;

    private string File() => InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, new InventedRelease(Persons).PersonRows());

    [Fact]
    public async Task Of_all_who_would_read_an_import_at_once_one_does()
    {
        var import = await server.CutOff(File(), new DateOnly(2020, 3, 31));
        var readers = await Task.WhenAll(new[] { "satu", "dua", "tiga" }.Select(worker => server.Read(import, worker)));
        Assert.True(readers.Count(read => read) <= 1, "two read it");
        // The job of the house may have been the one.
        var tried = await server.Tried(import);
        Assert.Equal((Persons, Persons, import.Version + 2), (tried.Result().Persons, await server.Rows(import), tried.Version));
        await server.Undo(import);
    }

    [Fact]
    public async Task A_reader_who_comes_back_late_writes_nothing_into_what_another_has_read()
    {
        var import = await server.CutOff(File(), new DateOnly(2020, 6, 30), minutes: 0);
        var (turns, staging) = (server.Services.GetRequiredService<ReadingTurns>(), server.Services.GetRequiredService<Staging>());
        var late = (await turns.Take(import.Id, import.Worker!, CancellationToken.None))!.Value;
        Assert.True(await staging.Write(late, OneRow(import), CancellationToken.None));
        Assert.False(await server.Read(import, "kedua"));
        Assert.Equal((ImportState.Reading, import.Worker, 2), ((await server.Look(import.Id)).State, (await server.Look(import.Id)).Worker, await server.Rows(import)));

        await Silent(import);
        var tried = await server.Read(import, "kedua") ? await server.Look(import.Id) : await server.Tried(import);
        Assert.Equal((Persons, Persons), (tried.Result().Persons, await server.Rows(import)));
        Assert.False(await staging.Write(late, OneRow(import), CancellationToken.None));
        Assert.False(await staging.Clear(late, CancellationToken.None));
        Assert.False(await turns.Fail(late, "people.registry.fault.io", [], CancellationToken.None));
        Assert.False(await turns.GiveBack(late));
        Assert.Equal((Persons, ImportState.Tried), (await server.Rows(import), (await server.Look(import.Id)).State));
        await server.Undo(import);
    }

    [Fact]
    public async Task Of_two_dry_runs_of_a_release_put_in_force_at_once_one_counts_and_once()
    {
        var file = File();
        for (var month = 1; month <= 5; month++)
        {
            var asOf = new DateOnly(2019, month, 28);
            RegistryImport[] both = [await server.Try(RegistryKind.Bdt, asOf, file), await server.Try(RegistryKind.Bdt, asOf, file)];
            var outcomes = await Task.WhenAll(both.Concat(both).Select(server.Commit));
            ImportState[] states = [(await server.Look(both[0].Id)).State, (await server.Look(both[1].Id)).State];
            Assert.Single(states, ImportState.Committed);
            Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal("people.registry.refused.stale", o.Refusal!.Code));
            var ids = both.Select(b => b.Id.Value).ToList();
            Assert.Equal(1, await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().CountAsync(a => ids.Contains(a.Chain) && a.Kind == "RegistryCommitted")));
            foreach (var import in both) await server.Undo(import);
        }
    }

    private static Batch OneRow(RegistryImport import)
    {
        var batch = new Batch();
        batch.Persons.Add(new RegistryPersonRow { Id = new RegistryRowId(Guid.CreateVersion7()), ImportId = import.Id, Sheet = 0, Line = 3, Name = "TERLAMBAT" });
        return batch;
    }

    private Task<int> Silent(RegistryImport import)
    {
        var longAgo = DateTime.UtcNow.AddMinutes(-10);
        return server.Within(s => s.GetRequiredService<AppDb>().Set<RegistryImport>().Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.BeatAt, longAgo)));
    }
}
