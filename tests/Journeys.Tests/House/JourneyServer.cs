using Layar.Kernel.Time;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Journeys.Tests.House;

/// <summary>The application at nine in the morning of a coming working day, so that no journey depends on the day it is run.</summary>
public sealed class JourneyServer : StaffServer
{
    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new WorkingMorning());

    private sealed class WorkingMorning : TimeProvider
    {
        private readonly TimeSpan ahead = Nine(DateTimeOffset.UtcNow) - DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + ahead;

        // Always ahead: a browser throws away what expired by its own clock.
        private static DateTimeOffset Nine(DateTimeOffset now)
        {
            var day = Wita.Day(now.UtcDateTime).AddDays(1);
            while (!WorkingCalendar.Shipped.IsWorkingDay(day)) day = day.AddDays(1);
            return new DateTimeOffset(Wita.Utc(day.ToDateTime(new TimeOnly(9, 0))), TimeSpan.Zero);
        }
    }
}
