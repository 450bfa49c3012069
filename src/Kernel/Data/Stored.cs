namespace Layar.Kernel.Data;

/// <summary>
/// Times and ids as the two databases keep them. SQLite: microseconds since 1970, and 16 bytes in sort order. PostgreSQL: timestamptz and uuid.
/// </summary>
public static class Stored
{
    public static long Microseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTime Moment(long microseconds) => new(microseconds * TimeSpan.TicksPerMicrosecond + DateTime.UnixEpoch.Ticks, DateTimeKind.Utc);

    public static byte[] Bytes(Guid id) => id.ToByteArray(true);

    public static Guid Id(byte[] bytes) => new(bytes, true);

    public static Guid Id(ReadOnlySpan<byte> bytes) => new(bytes, true);

    /// <summary>A value for a question that is written in SQL.</summary>
    public static object Value(this AppDb db, DateTime utc) => db.Kind == DatabaseKind.Sqlite ? Microseconds(utc) : utc;

    /// <inheritdoc cref="Value(AppDb, DateTime)"/>
    public static object Value(this AppDb db, Guid id) => db.Kind == DatabaseKind.Sqlite ? Bytes(id) : id;
}
