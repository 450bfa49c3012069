using System.Net;
using Layar.Intake.Tracking;

namespace Layar.Intake.Tests.Tracking;

[Trait("Kind", "rule")]
public sealed class GuessLimitTests
{
    private readonly Clock clock = new();
    private readonly GuessLimit limit;

    public GuessLimitTests() => limit = new GuessLimit(clock);

    [Theory]
    [InlineData("123456", 30, 24, 0.00075)]
    [InlineData("1234", 10, 1, 0.004)]
    public void Any_number_of_networks_makes_few_guesses_at_one_code(string second, int atOnce, int aDay, double chance)
    {
        Assert.Equal(atOnce, Tried(second));
        var later = Enumerable.Range(0, 24 * 30).Sum(_ => Hour(second));
        Assert.Equal(aDay * 30, later);
        Assert.True((atOnce + later) / Math.Pow(10, second.Length) <= chance);
    }

    [Fact]
    public void Guesses_at_four_digits_leave_the_pin_open()
    {
        Tried("1234");
        Assert.NotNull(limit.Enter(Network(9000), "KODE", "1234"));
        Assert.Null(limit.Enter(Network(9001), "KODE", "123456"));
    }

    [Fact]
    public void Who_waits_is_told_how_long_and_is_let_in_then()
    {
        Tried("123456");
        var wait = limit.Enter(Network(9000), "KODE", "123456");
        Assert.Equal(TimeSpan.FromHours(1), wait);
        clock.Now += wait!.Value;
        Assert.Null(limit.Enter(Network(9000), "KODE", "123456"));
    }

    [Fact]
    public void A_right_pair_does_not_count_however_often_it_is_typed()
    {
        for (var i = 0; i < 200; i++)
        {
            Assert.Null(limit.Enter(Network(1), "KODE", "123456"));
            limit.Right(Network(1), "KODE", "123456");
        }
        Assert.Equal(30, Tried("123456"));
    }

    [Fact]
    public void A_pause_does_not_gather_more_than_is_free_at_once()
    {
        clock.Now += TimeSpan.FromDays(400);
        Assert.Equal(30, Tried("123456"));
        clock.Now += TimeSpan.FromDays(400);
        Assert.Equal(30, Tried("123456"));
    }

    private int Hour(string second)
    {
        clock.Now += TimeSpan.FromHours(1);
        return Tried(second);
    }

    /// <summary>A hundred networks try once each.</summary>
    private int Tried(string second) => Enumerable.Range(0, 100).Count(i => limit.Enter(Network(i), "KODE", second) is null);

    private static IPAddress Network(int number) => new([10, 0, (byte)(number >> 8), (byte)number]);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
