using System.Globalization;

namespace Layar.Kernel.Time;

/// <summary>Names and short phrases about time in one language; fixed here because servers differ in what they call August.</summary>
internal sealed record TimeWords
{
    public static readonly TimeWords Indonesian = new()
    {
        Months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
        ShortMonths = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
        Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
        TimePattern = "HH.mm",
        Minute = ("mnt", "mnt"),
        Hour = ("jam", "jam"),
        Day = ("hari", "hari"),
        WorkingDay = ("hari kerja", "hari kerja"),
        Left = "{0} lagi",
        Late = "lewat {0}",
        Ago = "{0} lalu",
        Now = "baru saja",
    };

    public static readonly TimeWords English = new()
    {
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        TimePattern = "HH:mm",
        Minute = ("min", "min"),
        Hour = ("hour", "hours"),
        Day = ("day", "days"),
        WorkingDay = ("working day", "working days"),
        Left = "{0} left",
        Late = "{0} late",
        Ago = "{0} ago",
        Now = "just now",
    };

    public required string[] Months { get; init; }
    public required string[] ShortMonths { get; init; }
    public required string[] Days { get; init; }
    public required string TimePattern { get; init; }
    public required (string One, string Many) Minute { get; init; }
    public required (string One, string Many) Hour { get; init; }
    public required (string One, string Many) Day { get; init; }
    public required (string One, string Many) WorkingDay { get; init; }
    public required string Left { get; init; }
    public required string Late { get; init; }
    public required string Ago { get; init; }
    public required string Now { get; init; }

    public static TimeWords In(CultureInfo? culture) =>
        (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en" ? English : Indonesian;

    public static string Count(int n, (string One, string Many) word) =>
        string.Create(CultureInfo.InvariantCulture, $"{n} {(n == 1 ? word.One : word.Many)}");
}
