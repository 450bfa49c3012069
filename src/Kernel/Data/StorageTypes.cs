using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Layar.Kernel.Data;

/// <summary>
/// How values lie in the two databases. SQLite: ids as 16 bytes in sort order, times as microseconds since 1970.
/// PostgreSQL: uuid and timestamptz. Enums are their names in both.
/// </summary>
internal static class StorageTypes
{
    public static void Apply(ModelConfigurationBuilder builder, DatabaseKind kind, ModelParts parts)
    {
        var sqlite = kind == DatabaseKind.Sqlite;
        if (sqlite)
        {
            builder.Properties<Guid>().HaveConversion<GuidBytes>();
            builder.Properties<DateTime>().HaveConversion<Microseconds>();
        }
        else
        {
            builder.Properties<DateTime>().HaveConversion<UtcOnly>();
        }

        foreach (var type in parts.Assemblies.SelectMany(a => a.GetTypes()))
        {
            if (type.IsEnum) builder.Properties(type).HaveConversion<string>();
            if (!type.IsValueType || !IsEntityId(type)) continue;
            builder.Properties(type).HaveConversion((sqlite ? typeof(IdBytes<>) : typeof(IdGuid<>)).MakeGenericType(type));
        }
    }

    private static bool IsEntityId(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));

    internal static T Make<T>(Guid value) where T : struct, IEntityId<T> => T.From(value);

    internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(v => Stored.Bytes(v), v => Stored.Id(v));

    internal sealed class IdGuid<T>() : ValueConverter<T, Guid>(v => v.Value, v => Make<T>(v)) where T : struct, IEntityId<T>;

    internal sealed class IdBytes<T>() : ValueConverter<T, byte[]>(v => Stored.Bytes(v.Value), v => Make<T>(Stored.Id(v)))
        where T : struct, IEntityId<T>;

    internal sealed class UtcOnly() : ValueConverter<DateTime, DateTime>(v => v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    internal sealed class Microseconds() : ValueConverter<DateTime, long>(
        v => Stored.Microseconds(v.ToUniversalTime()),
        v => Stored.Moment(v));
}
