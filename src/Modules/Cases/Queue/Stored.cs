using Layar.Kernel.Data;

namespace Layar.Cases.Queue;

/// <summary>Values as the two databases keep them, for the few questions that are written in SQL.</summary>
internal static class Stored
{
    public static object Value(this AppDb db, DateTime at) => db.Kind == DatabaseKind.Sqlite ? (at.Ticks - DateTime.UnixEpoch.Ticks) / 10 : at;

    public static object Value(this AppDb db, Guid id) => db.Kind == DatabaseKind.Sqlite ? id.ToByteArray(true) : id;
}
