using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Time;

/// <summary>
/// Reads a calendar file: <c>version, validFrom, legalBasis, zone, certainFrom, certainTo, hours, specialHours,
/// holidays</c>. Hours are lists such as <c>"monday": ["08.00-12.00", "12.30-16.30"]</c>; holidays are lists of days
/// under <c>national</c>, <c>cutiBersama</c> and <c>local</c>.
/// </summary>
public static class CalendarFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>
    /// Refused with <c>kernel.calendar.json</c> (not JSON, or a part missing), <c>.zone</c>, <c>.period</c> (an end before its
    /// start), <c>.hours</c> (argument: the entry that is not readable, or the weekday with overlapping hours).
    /// </summary>
    public static Outcome<WorkingCalendar> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Shape>(json, Options) is { } shape ? Build(shape) : new Refusal("kernel.calendar.json");
        }
        catch (JsonException broken)
        {
            return new Refusal("kernel.calendar.json", null, broken.LineNumber + 1);
        }
    }

    internal static WorkingCalendar Shipped()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream("Layar.Kernel.Time.calendar-id.json")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()).Match(x => x, why => throw new InvalidOperationException(why.ToString()));
    }

    private static Outcome<WorkingCalendar> Build(Shape shape)
    {
        if (shape.SpecialHours.Any(x => x is null)) return new Refusal("kernel.calendar.json");
        if (IndonesianZone.Offset(shape.Zone) is null) return new Refusal("kernel.calendar.zone", null, shape.Zone);
        if (shape.CertainTo < shape.CertainFrom || shape.SpecialHours.Any(x => x.To < x.From)) return new Refusal("kernel.calendar.period");
        if (WrongHours([shape.Hours, .. shape.SpecialHours.Select(x => x.Hours)]) is { } wrong) return new Refusal("kernel.calendar.hours", null, wrong);
        return new WorkingCalendar(new CalendarRules
        {
            Version = shape.Version,
            ValidFrom = shape.ValidFrom,
            LegalBasis = shape.LegalBasis,
            Zone = shape.Zone,
            CertainFrom = shape.CertainFrom,
            CertainTo = shape.CertainTo,
            Hours = Week(shape.Hours),
            SpecialHours = [.. shape.SpecialHours.Select(x => new SpecialHours(x.From, x.To, Week(x.Hours)))],
            Holidays = [.. Days(shape.Holidays.National, HolidayKind.National), .. Days(shape.Holidays.CutiBersama, HolidayKind.CutiBersama), .. Days(shape.Holidays.Local, HolidayKind.Local)],
        });
    }

    private static string? WrongHours(IEnumerable<Dictionary<DayOfWeek, string?[]?>> weeks)
    {
        foreach (var week in weeks)
        {
            if (week.Values.All(x => x is null or [])) return "";
            foreach (var (day, texts) in week)
            {
                if (texts is null) return day.ToString();
                if (Array.Find(texts, x => Interval(x) is null) is { } unreadable) return unreadable;
                if (Array.Exists(texts, x => x is null)) return day.ToString();
                var sorted = texts.Select(x => Interval(x)!.Value).OrderBy(x => x.From).ToList();
                if (sorted.Zip(sorted.Skip(1)).Any(x => x.First.To > x.Second.From)) return day.ToString();
            }
        }
        return null;
    }

    private static WeekHours Week(Dictionary<DayOfWeek, string?[]?> week) =>
        new(week.ToImmutableDictionary(x => x.Key, x => x.Value!.Select(t => Interval(t)!.Value).OrderBy(i => i.From).ToImmutableArray()));

    private static WorkingInterval? Interval(string? text)
    {
        var parts = (text ?? "").Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to && from < to ? new WorkingInterval(from, to) : null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Replace(':', '.'), "HH.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static IEnumerable<Holiday> Days(IEnumerable<DateOnly> days, HolidayKind kind) => days.Select(x => new Holiday(x, kind));

    private sealed record Shape
    {
        public required string Version { get; init; }
        public required DateOnly ValidFrom { get; init; }
        public required string LegalBasis { get; init; }
        public required string Zone { get; init; }
        public required DateOnly CertainFrom { get; init; }
        public required DateOnly CertainTo { get; init; }
        public required Dictionary<DayOfWeek, string?[]?> Hours { get; init; }
        public PeriodShape[] SpecialHours { get; init; } = [];
        public required HolidayShape Holidays { get; init; }
    }

    private sealed record PeriodShape(DateOnly From, DateOnly To, Dictionary<DayOfWeek, string?[]?> Hours);

    private sealed record HolidayShape
    {
        public DateOnly[] National { get; init; } = [];
        public DateOnly[] CutiBersama { get; init; } = [];
        public DateOnly[] Local { get; init; } = [];
    }
}
