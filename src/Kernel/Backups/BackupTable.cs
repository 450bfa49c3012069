using System.Data.Common;
using System.Globalization;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NpgsqlTypes;

namespace Layar.Kernel.Backups;

/// <summary>A table whose rows can be computed again; a backup leaves it out.</summary>
public sealed record DerivedTable(string Name);

internal enum ColumnKind : byte { Id, Time, Day, Bool, Int, Long, Real, Text, Bytes }

internal sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>A table by the meaning of its columns, so that a backup of one database opens in the other.</summary>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns)
{
    public string ColumnList => string.Join(",", Columns.Select(c => '"' + c.Name + '"'));

    /// <summary>Every table of the model that is not derived; those that others point to come first.</summary>
    public static IReadOnlyList<BackupTable> Of(IModel model, IEnumerable<DerivedTable> derived)
    {
        var without = derived.Select(d => d.Name).ToHashSet();
        var waiting = model.GetEntityTypes().Where(e => e.GetTableName() is { } name && !without.Contains(name)).OrderBy(e => e.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(e => e.GetForeignKeys().All(k => k.PrincipalEntityType == e || ordered.Contains(k.PrincipalEntityType))).ToList();
            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }
        return [.. ordered.Select(Of)];
    }

    private static BackupTable Of(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        return new BackupTable(table.Name, [.. entity.GetProperties().Select(p => new BackupColumn(p.GetColumnName(table)!, KindOf(p)))]);
    }

    private static ColumnKind KindOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(Guid) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>)) ? ColumnKind.Id
            : type == typeof(DateTime) ? ColumnKind.Time
            : type == typeof(DateOnly) ? ColumnKind.Day
            : type == typeof(bool) ? ColumnKind.Bool
            : type == typeof(int) || type == typeof(short) ? ColumnKind.Int
            : type == typeof(long) ? ColumnKind.Long
            : type == typeof(double) ? ColumnKind.Real
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : (property.GetTypeMapping().Converter?.ProviderClrType ?? type) == typeof(string) ? ColumnKind.Text
            : throw new InvalidOperationException($"A backup does not know how to keep {property.DeclaringType.DisplayName()}.{property.Name}.");
    }

    /// <summary>A stored value as its meaning.</summary>
    public static object? Read(DbDataReader row, int i, ColumnKind kind)
    {
        if (row.IsDBNull(i)) return null;
        return row.GetValue(i) switch
        {
            byte[] bytes when kind == ColumnKind.Id => Stored.Id(bytes),
            long micros when kind == ColumnKind.Time => Stored.Moment(micros),
            string day when kind == ColumnKind.Day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime day when kind == ColumnKind.Day => DateOnly.FromDateTime(day),
            long flag when kind == ColumnKind.Bool => flag != 0,
            long number when kind == ColumnKind.Int => (int)number,
            int number when kind == ColumnKind.Long => (long)number,
            short number when kind == ColumnKind.Int => (int)number,
            long number when kind == ColumnKind.Real => (double)number,
            var value => value,
        };
    }

    public static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => Stored.Bytes(id),
        DateTime time => Stored.Microseconds(time),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    public static NpgsqlDbType ForPostgres(ColumnKind kind) => kind switch
    {
        ColumnKind.Id => NpgsqlDbType.Uuid,
        ColumnKind.Time => NpgsqlDbType.TimestampTz,
        ColumnKind.Day => NpgsqlDbType.Date,
        ColumnKind.Bool => NpgsqlDbType.Boolean,
        ColumnKind.Int => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        ColumnKind.Real => NpgsqlDbType.Double,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };
}
