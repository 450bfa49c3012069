namespace Layar.Kernel.Data;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Which database this process works on, as given by <c>--db</c> or <c>LAYAR__DB</c>.</summary>
/// <param name="Kind">the engine</param>
/// <param name="ConnectionString">complete ADO.NET connection string</param>
public sealed record DatabaseChoice(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>Reads <c>sqlite</c>, <c>sqlite:PATH</c> or <c>postgres:CONNECTION</c>; the plain file lies in the data folder.</summary>
    /// <exception cref="ArgumentException">when the text is none of these</exception>
    public static DatabaseChoice Parse(string? text, string dataFolder)
    {
        text = string.IsNullOrWhiteSpace(text) ? "sqlite" : text.Trim();
        if (text == "sqlite") return Sqlite(Path.Combine(dataFolder, "layar.db"));
        if (text.StartsWith("sqlite:", StringComparison.Ordinal)) return Sqlite(text["sqlite:".Length..]);
        if (text.StartsWith("postgres:", StringComparison.Ordinal)) return Postgres(text["postgres:".Length..]);
        throw new ArgumentException($"--db {text}: write sqlite, sqlite:PATH or postgres:CONNECTION.");
    }

    private static DatabaseChoice Sqlite(string path) =>
        new(DatabaseKind.Sqlite, $"Data Source={path};Foreign Keys=True;Pooling=True;Default Timeout=30");

    private static DatabaseChoice Postgres(string connection)
    {
        var builder = new Npgsql.NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            Timezone = "UTC",
            // Nothing here leaves a setting behind on its session, so nothing has to be taken back before each page.
            NoResetOnClose = true,
        };
        return new(DatabaseKind.Postgres, builder.ConnectionString);
    }
}
