using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Layar.Kernel.Data;
using Layar.Testing;

namespace Layar.Journeys.Tests.Phone;

/// <summary>
/// Random schedules of faults between a real browser and the real server. At the end every report that the telephone showed as
/// sent is there once, everything unsent is still on the telephone, and every photo is equal byte by byte. The long mode is
/// <c>./layar faults --count N --seed S</c>.
/// </summary>
[Trait("Kind", "journey"), Collection(Phones.Name)]
public sealed class FaultTests(PhoneHouse house)
{
    private const int AtOnce = 3;
    private const int PerBrowser = 50;
    private static readonly SemaphoreSlim Telling = new(1, 1);

    [Fact]
    public async Task Nothing_is_lost_doubled_or_changed_on_a_bad_line()
    {
        var (count, seed) = (Number("LAYAR_FAULTS_COUNT", TestDatabase.Kind == DatabaseKind.Postgres ? 8 : 40), Number("LAYAR_FAULTS_SEED", 20261122));
        var (watch, wrong, sums) = (Stopwatch.StartNew(), new ConcurrentQueue<string>(), new ConcurrentQueue<Tally>());
        foreach (var some in Enumerable.Range(seed, count).Chunk(PerBrowser))
        {
            await Some(some, sums, wrong);
            await Tell($"{sums.Count + wrong.Count} of {count} schedules, {wrong.Count} wrong, {watch.Elapsed.TotalSeconds:0} s");
            // A browser that has seen fifty telephones holds much memory.
            await house.BeginAnew();
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} schedules from seed {seed} in {watch.Elapsed.TotalSeconds:0} s: {sums.Sum(s => s.Typed)} reports typed, {sums.Sum(s => s.Sent)} sent, {sums.Sum(s => s.OnPhone)} still on the telephone, {sums.Sum(s => s.Photos)} photos and {sums.Sum(s => s.Voices)} voice notes compared, {wrong.Count} schedules wrong"));
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong));
        Assert.True(count < 20 || sums.Sum(s => s.Voices) > count / 10, "some reports are spoken");
        Assert.True(count < 20 || sums.Sum(s => s.Sent) > count / 2, "most schedules get their reports through");
    }

    private async Task Some(int[] numbers, ConcurrentQueue<Tally> sums, ConcurrentQueue<string> wrong) =>
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            try
            {
                sums.Enqueue(await new Schedule(house, number).Run());
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                wrong.Enqueue($"seed {number}: {failure.GetType().Name} {failure.Message}");
                await Tell($"seed {number}: {failure.GetType().Name} {failure.Message.ReplaceLineEndings(" ")}");
            }
        });

    // The one who started a long run reads how far it is from a file.
    private static async Task Tell(string line)
    {
        if (Environment.GetEnvironmentVariable("LAYAR_FAULTS_PROGRESS") is not { Length: > 0 } file) return;
        await Telling.WaitAsync();
        try
        {
            await File.AppendAllTextAsync(file, line + "\n");
        }
        finally
        {
            Telling.Release();
        }
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : usual;
}

internal sealed record Tally(int Typed, int Sent, int OnPhone, int Photos, int Voices);
