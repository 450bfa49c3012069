using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Layar.Cases.Queue;

/// <summary>Reads rows of lists by a question in SQL, as EF runs its own: same connection, same log.</summary>
internal sealed class QueueReading(AppDb db)
{
    /// <param name="sql">with the columns of <see cref="QueueRow.Columns"/> and <c>{0}</c>, <c>{1}</c> … for the values</param>
    public async Task<List<QueueRow>> Rows(string sql, IReadOnlyList<object> values, CancellationToken stop)
    {
        var raw = db.GetService<IRawSqlCommandBuilder>().Build(sql, values, db.Model);
        var how = new RelationalCommandParameterObject(
            db.GetService<IRelationalConnection>(), raw.ParameterValues, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery);
        await using var reader = await raw.RelationalCommand.ExecuteReaderAsync(how, stop);
        var rows = new List<QueueRow>();
        var cells = new RowCells(reader.DbDataReader);
        while (await reader.ReadAsync(stop)) rows.Add(QueueRow.Read(cells));
        return rows;
    }
}
