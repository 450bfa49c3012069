using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Layar.Kernel.Data;

/// <summary>The columns of one table as the EF model has them, with compiled access to their stored values.</summary>
public sealed class RowShape
{
    private readonly string postgresInsert;
    private readonly string postgresInsertMany;

    private RowShape(string table, IReadOnlyList<RowColumn> columns)
    {
        Table = table;
        Columns = columns;
        ColumnList = string.Join(",", columns.Select(c => c.Name));
        postgresInsert = $"INSERT INTO {table} ({ColumnList}) VALUES ({string.Join(",", columns.Select((_, i) => "$" + (i + 1)))})";
        postgresInsertMany = $"INSERT INTO {table} ({ColumnList}) SELECT * FROM unnest({string.Join(",", columns.Select((_, i) => "$" + (i + 1)))})";
    }

    public string Table { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    public string ColumnList { get; }

    internal static RowShape Of(IEntityType entity, DatabaseKind kind)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var columns = entity.GetProperties()
            .Select(p => RowColumn.Of(p, table, kind))
            .ToList();
        return new RowShape(table.Name, columns);
    }

    internal DbCommand SqliteCommand(DbConnection connection) => SqliteInserts.Command(connection, Table, [.. Columns.Select(c => c.Name)]);

    internal void Execute(DbCommand command, object row)
    {
        for (var i = 0; i < Columns.Count; i++) command.Parameters[i].Value = Columns[i].Value(row) ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    /// <summary>One statement for any number of rows: one array per column, so that the text stays the same and stays prepared.</summary>
    internal NpgsqlBatchCommand PostgresCommand(IReadOnlyList<object> rows)
    {
        var single = rows.Count == 1;
        var command = new NpgsqlBatchCommand(single ? postgresInsert : postgresInsertMany);
        foreach (var column in Columns)
            command.Parameters.Add(single
                ? new NpgsqlParameter { Value = column.Value(rows[0]) ?? DBNull.Value, NpgsqlDbType = column.PostgresType }
                : new NpgsqlParameter { Value = column.Values(rows), NpgsqlDbType = NpgsqlDbType.Array | column.PostgresType });
        return command;
    }
}

/// <param name="Name">column name</param>
/// <param name="Value">row → value as the database stores it</param>
/// <param name="PostgresType">type for binary COPY and parameters</param>
public sealed record RowColumn(string Name, Func<object, object?> Value, NpgsqlDbType PostgresType)
{
    internal static RowColumn Of(IProperty property, StoreObjectIdentifier table, DatabaseKind kind)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter ?? property.GetValueConverter();
        Func<object, object?> value = converter is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } raw ? converter.ConvertToProvider(raw) : null;
        return new RowColumn(property.GetColumnName(table)!, value, kind == DatabaseKind.Postgres ? Type(property.GetColumnType()) : default);
    }

    /// <summary>The values of this column in all rows, as an array of its own type.</summary>
    internal Array Values(IReadOnlyList<object> rows) => PostgresType switch
    {
        NpgsqlDbType.Uuid => Collect<Guid?>(rows),
        NpgsqlDbType.Text => Collect<string?>(rows),
        NpgsqlDbType.Integer => Collect<int?>(rows),
        NpgsqlDbType.Smallint => Collect<short?>(rows),
        NpgsqlDbType.Bigint => Collect<long?>(rows),
        NpgsqlDbType.Boolean => Collect<bool?>(rows),
        NpgsqlDbType.Bytea => Collect<byte[]?>(rows),
        NpgsqlDbType.Date => Collect<DateOnly?>(rows),
        NpgsqlDbType.Double => Collect<double?>(rows),
        NpgsqlDbType.TimestampTz => Collect<DateTime?>(rows),
        _ => throw new InvalidOperationException($"No array type for {PostgresType}."),
    };

    private T[] Collect<T>(IReadOnlyList<object> rows)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = (T)Value(rows[i])!;
        return values;
    }

    private static NpgsqlDbType Type(string store) => store switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "text" => NpgsqlDbType.Text,
        "integer" => NpgsqlDbType.Integer,
        "smallint" => NpgsqlDbType.Smallint,
        "bigint" => NpgsqlDbType.Bigint,
        "boolean" => NpgsqlDbType.Boolean,
        "bytea" => NpgsqlDbType.Bytea,
        "date" => NpgsqlDbType.Date,
        "double precision" => NpgsqlDbType.Double,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        _ => throw new InvalidOperationException($"No COPY type for {store}."),
    };
}
