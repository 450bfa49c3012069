using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Layar.Kernel.Data;

/// <summary>The columns of one table as the EF model has them, with compiled access to their stored values.</summary>
public sealed class RowShape
{
    private readonly string sqliteInsert;
    private readonly string postgresInsert;

    private RowShape(string table, IReadOnlyList<RowColumn> columns)
    {
        Table = table;
        Columns = columns;
        ColumnList = string.Join(",", columns.Select(c => c.Name));
        sqliteInsert = $"INSERT INTO {table} ({ColumnList}) VALUES ({string.Join(",", columns.Select((_, i) => "$p" + i))})";
        postgresInsert = $"INSERT INTO {table} ({ColumnList}) VALUES ({string.Join(",", columns.Select((_, i) => "$" + (i + 1)))})";
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

    internal DbCommand SqliteCommand(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sqliteInsert;
        for (var i = 0; i < Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$p" + i;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    internal void Execute(DbCommand command, object row)
    {
        for (var i = 0; i < Columns.Count; i++) command.Parameters[i].Value = Columns[i].Value(row) ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    internal NpgsqlBatchCommand PostgresCommand(object row)
    {
        var command = new NpgsqlBatchCommand(postgresInsert);
        foreach (var column in Columns)
            command.Parameters.Add(new NpgsqlParameter { Value = column.Value(row) ?? DBNull.Value, NpgsqlDbType = column.PostgresType });
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
