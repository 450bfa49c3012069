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

    [Fact]
    public async Task Nothing_is_lost_doubled_or_changed_on_a_bad_line()
    {
        var (count, seed) = (Number("LAYAR_FAULTS_COUNT", TestDatabase.Kind == DatabaseKind.Postgres ? 8 : 40), Number("LAYAR_FAULTS_SEED", 20261122));
        var (watch, wrong, sums) = (Stopwatch.StartNew(), new ConcurrentQueue<string>(), new ConcurrentQueue<Tally>());
        await Parallel.ForEachAsync(Enumerable.Range(seed, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            try
            {
                sums.Enqueue(await new Schedule(house, number).Run());
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                wrong.Enqueue($"seed {number}: {failure.GetType().Name} {failure.Message}");
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} schedules from seed {seed} in {watch.Elapsed.TotalSeconds:0} s: {sums.Sum(s => s.Typed)} reports typed, {sums.Sum(s => s.Sent)} sent, {sums.Sum(s => s.OnPhone)} still on the telephone, {sums.Sum(s => s.Photos)} photos and {sums.Sum(s => s.Voices)} voice notes compared, {wrong.Count} schedules wrong"));
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong));
        Assert.True(count < 20 || sums.Sum(s => s.Voices) > count / 10, "some reports are spoken");
        Assert.True(count < 20 || sums.Sum(s => s.Sent) > count / 2, "most schedules get their reports through");
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : usual;
}

internal sealed record Tally(int Typed, int Sent, int OnPhone, int Photos, int Voices);
