using System.Globalization;
using Layar.Kernel.Data;

namespace Layar.Cases.Queue;

/// <summary>The place of a row in the order of a list: its time (null stands last) and its id.</summary>
internal readonly record struct QueueCursor(DateTime? At, Guid Id)
{
    public override string ToString() =>
        (At is { } at ? Stored.Microseconds(at).ToString(CultureInfo.InvariantCulture) : "x") + "." + Id.ToString("N");

    /// <summary>Null for anything that was not written by <see cref="ToString"/>: then the list begins at its beginning.</summary>
    public static QueueCursor? Parse(string? text)
    {
        var parts = text?.Split('.');
        if (parts is not [var time, var id] || !Guid.TryParseExact(id, "N", out var row)) return null;
        if (time == "x") return new QueueCursor(null, row);
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var micro) && micro < 253402300799000000
            ? new QueueCursor(Stored.Moment(micro), row)
            : null;
    }
}
