using Layar.Host.Tests.Reliability;
using Layar.Testing;
using Microsoft.Data.Sqlite;

namespace Layar.Host.Tests.PowerLoss;

/// <summary>
/// The power fails at any moment between two calls to the kernel, on SQLite: of what was not synced any sectors are left. What the program
/// had answered by then is there, whole, and the product opens what is left by itself.
/// </summary>
[Trait("Kind", "contract")]
public sealed class PowerLossTests : IAsyncLifetime
{
    private const int Images = 400;
    private const int ImagesAtEnd = 20;
    private readonly string folder = Directory.CreateTempSubdirectory("layar-power-test-").FullName;
    private readonly MailServer post = new();
    private readonly Promises promises = new();
    private readonly Random random = new(2);

    [Fact]
    public async Task What_was_answered_for_outlives_the_power()
    {
        var since = DateTime.UtcNow;
        await using var program = await LiveProgram.Demo("--cases", "60", "--letters", "8", "--smtp", $"smtp://127.0.0.1:{post.Port}?from=layar@contoh.go.id&patience=2");
        var disk = new SimulatedDisk(program.Folder);
        var trace = new Trace(Path.Combine(folder, "calls"));
        program.Watcher = trace.Command;
        await program.Start();
        var number = program.Pid;
        await new Workload(program, promises).Done();
        await program.Kill();
        await trace.Ended(number);
        Assert.Equal((90, 45), (promises.Count(Promised.Report), promises.Count(Promised.Photo)));
        Assert.True(promises.Count(Promised.Note) >= 20 && promises.Count(Promised.Number) >= 3 && post.Mails.Count >= 20, $"{promises.Count(Promised.Note)} notes, {promises.Count(Promised.Number)} letters, {post.Mails.Count} mails");
        await Fail(disk, [.. trace.Calls().Where(disk.Concerns)], since);
    }

    [Fact]
    public async Task Keys_and_schema_are_on_the_disk_when_the_command_ends()
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "new")).FullName;
        await OutlivesItsEnd(data, "migrate", "--new-keys");
    }

    [Fact]
    public async Task What_was_restored_is_on_the_disk_when_the_command_ends()
    {
        var (old, backup) = (Path.Combine(folder, "old"), Path.Combine(folder, "layar.backup"));
        string[] there = ["--data", old, "--db", $"sqlite:{Path.Combine(old, "layar.db")}"];
        Directory.CreateDirectory(old);
        Assert.Equal(0, (await Terminal.Run(["demo", "--cases", "40", "--letters", "4", "--only-data", "true", .. there])).Code);
        Assert.Equal(0, (await Terminal.Run(["backup", backup, .. there])).Code);
        var data = Directory.CreateDirectory(Path.Combine(folder, "new")).FullName;
        Directory.CreateDirectory(Path.Combine(data, "keys"));
        File.Copy(Path.Combine(old, "keys", "keyring.json"), Path.Combine(data, "keys", "keyring.json"));
        await OutlivesItsEnd(data, "restore", backup);
        Assert.True(Directory.EnumerateFiles(Path.Combine(data, "files"), "*", SearchOption.AllDirectories).Count() > 20);
    }

    private async Task OutlivesItsEnd(string data, params string[] words)
    {
        var disk = new SimulatedDisk(data);
        var trace = new Trace(Path.Combine(folder, "calls"));
        using (var running = Terminal.Under(trace.Command, [.. words, "--data", data, "--db", $"sqlite:{Path.Combine(data, "layar.db")}"]))
        {
            var warned = running.StandardError.ReadToEndAsync();
            _ = running.StandardOutput.ReadToEndAsync();
            await running.WaitForExitAsync();
            Assert.True(running.ExitCode == 0, await warned);
            await trace.Ended(running.Id);
        }
        foreach (var call in trace.Calls()) disk.Apply(call);
        for (var image = 0; image < ImagesAtEnd; image++) Assert.Empty(await Look(Lost(disk), [], DateTime.MinValue));
    }

    private async Task Fail(SimulatedDisk disk, List<TracedCall> calls, DateTime since)
    {
        var moments = Enumerable.Range(0, Images - 1).Select(_ => random.Next(1, calls.Count)).Append(calls.Count).Order().ToList();
        var (applied, looks, places) = (0, new List<Task<IEnumerable<string>>>(), new SemaphoreSlim(Environment.ProcessorCount));
        foreach (var moment in moments)
        {
            while (applied < moment) disk.Apply(calls[applied++]);
            await places.WaitAsync();
            var (image, number, kept) = (Lost(disk), applied, promises.Before(calls[applied - 1].EndedAt));
            looks.Add(Task.Run(async () =>
            {
                var found = await Look(image, kept, since);
                places.Release();
                return found.Select(f => $"call {number}: {f}");
            }));
        }
        var faults = (await Task.WhenAll(looks)).SelectMany(f => f).ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} faults in {Images} images of {calls.Count} calls\n{string.Join("\n", faults.Take(20))}");
    }

    /// <summary>A folder with what is left when the power fails now.</summary>
    private string Lost(SimulatedDisk disk)
    {
        var image = Path.Combine(folder, $"{Guid.NewGuid():N}");
        disk.Lose(random, image);
        return image;
    }

    private static async Task<IReadOnlyList<string>> Look(string image, IReadOnlyList<Promise> kept, DateTime since)
    {
        try
        {
            await using var house = new House(image, since);
            return await house.Faults(kept);
        }
        catch (Exception failure) when (failure is IOException or SqliteException or System.Text.Json.JsonException)
        {
            return [$"does not open: {failure.GetType().Name} {failure.Message}"];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(image, recursive: true);
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await post.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
