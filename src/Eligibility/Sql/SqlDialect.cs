namespace Layar.Eligibility.Sql;

/// <summary>Where two databases write the same thing differently.</summary>
public sealed record SqlDialect
{
    private SqlDialect(string name, string yes, string no, bool textDates) => (Name, True, False, TextDates) = (name, yes, no, textDates);

    /// <summary>Yes/no columns hold 1 and 0, days text <c>2026-02-01</c>.</summary>
    public static SqlDialect Sqlite { get; } = new("sqlite", "1", "0", textDates: true);

    /// <summary>Yes/no columns are <c>boolean</c>, days <c>date</c>.</summary>
    public static SqlDialect Postgres { get; } = new("postgres", "TRUE", "FALSE", textDates: false);

    public string Name { get; }
    internal string True { get; }
    internal string False { get; }
    internal bool TextDates { get; }
}
