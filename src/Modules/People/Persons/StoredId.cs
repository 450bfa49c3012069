using Layar.Kernel.Data;

namespace Layar.People.Persons;

/// <summary>Ids and times as the two databases keep them, for the places of lists in raw SQL.</summary>
internal static class StoredId
{
    public static object Stored(this AppDb db, Guid id) => db.Kind == DatabaseKind.Sqlite ? id.ToByteArray(true) : id;

    public static object Stored(this AppDb db, DateTime at) => db.Kind == DatabaseKind.Sqlite ? (at.Ticks - DateTime.UnixEpoch.Ticks) / 10 : at;
}
