using System.Data.Common;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Sql;
using Layar.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Layar.Eligibility.Tests.Invented;

/// <summary>A real table with what is known of people, in the database of this test run.</summary>
internal sealed class PersonTable : IAsyncDisposable
{
    private readonly DbConnection open;
    private readonly string database, folder;

    public static bool Postgres => TestDatabase.Kind == Kernel.Data.DatabaseKind.Postgres;

    public static SqlDialect Dialect => Postgres ? SqlDialect.Postgres : SqlDialect.Sqlite;

    public static readonly SqlFacts Mapping = new SqlFacts()
        .Bounds("usia", "{row}.usia_dari", "{row}.usia_sampai").Column("desil", "{row}.desil").Column("penghasilan", "{row}.penghasilan")
        .YesNo("hamil", "{row}.hamil").YesNo("disabilitas_berat", "{row}.disabilitas")
        .Bounds("tanggal_nonaktif", "{row}.nonaktif_dari", "{row}.nonaktif_sampai")
        .Choice("jenis_kelamin", "{row}.kelamin").Choice("rumah", "{row}.rumah")
        .YesNo("label", "CASE {choice} WHEN 'terlantar' THEN {row}.label_1 WHEN 'odgj' THEN {row}.label_2 ELSE {row}.label_3 END")
        .YesNo("menerima", "CASE {choice} WHEN 'PKH' THEN {row}.menerima_1 WHEN 'SEMBAKO' THEN {row}.menerima_2 ELSE {row}.menerima_3 END")
        .Column("pernah_menerima", "CASE {choice} WHEN 'RTLH' THEN {row}.pernah_1 WHEN 'SANDANG' THEN {row}.pernah_2 ELSE {row}.pernah_3 END")
        .Household(new("orang", "{row}.kk", "{row}.lengkap = " + (Postgres ? "TRUE" : "1")));

    private PersonTable(DbConnection open, string database, string folder) => (this.open, this.database, this.folder) = (open, database, folder);

    public static async Task<PersonTable> Create()
    {
        var folder = Directory.CreateTempSubdirectory("layar-eligibility").FullName;
        var database = await TestDatabase.Create(folder);
        DbConnection open = Postgres ? new NpgsqlConnection(database["postgres:".Length..]) : new SqliteConnection("Data Source=" + database["sqlite:".Length..] + ";Pooling=False");
        await open.OpenAsync();
        var table = new PersonTable(open, database, folder);
        if (Postgres) await table.Execute("SET jit = off");
        var (flag, day) = Postgres ? ("boolean", "date") : ("integer", "text");
        string Columns(string name, string type) => string.Join(", ", Enumerable.Range(1, 3).Select(i => $"{name}_{i} {type}"));
        await table.Execute($"CREATE TABLE orang (id integer, kk integer, lengkap {flag}, usia_dari integer, usia_sampai integer, desil integer, penghasilan integer, hamil {flag}, disabilitas {flag}, "
            + $"nonaktif_dari {day}, nonaktif_sampai {day}, kelamin text, rumah text, {Columns("label", flag)}, {Columns("menerima", flag)}, {Columns("pernah", day)})");
        return table;
    }

    /// <summary>Replaces what stands there.</summary>
    public async Task Fill(List<FactSheet> sheets, List<int> households, List<bool> complete)
    {
        await Execute("DELETE FROM orang");
        await using var insert = open.CreateCommand();
        var rows = new List<string>();
        for (var i = 0; i < sheets.Count; i++)
        {
            object?[] values = [i, households[i] < 0 ? null : households[i], Flag(households[i] >= 0 && complete[households[i]] ? Truth.Yes : Truth.No), .. Facts(sheets[i])];
            rows.Add($"({string.Join(", ", values.Select(Literal))})");
        }
        insert.CommandText = "INSERT INTO orang VALUES " + string.Join(", ", rows);
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>Answers of the rules for every row in the order of the ids.</summary>
    public async Task<List<Truth[]>> Answers(IReadOnlyList<SqlRule> rules)
    {
        await using var select = open.CreateCommand();
        select.CommandText = $"SELECT {string.Join(", ", rules.Select(r => r.Answer))} FROM orang p {string.Join(' ', rules.Select(r => r.Joins))} ORDER BY p.id";
        foreach (var (name, value) in rules.SelectMany(r => r.Parameters)) Add(select, name, value);
        var answers = new List<Truth[]>();
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            answers.Add([.. rules.Select((_, i) => reader.IsDBNull(i) ? Truth.Unknown : Convert.ToInt32(reader.GetValue(i)) == 1 ? Truth.Yes : Truth.No)]);
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await open.DisposeAsync();
        await TestDatabase.Drop(database);
        Directory.Delete(folder, recursive: true);
    }

    private static string Literal(object? value) => value switch { null => "NULL", int number => number.ToString(), bool flag => flag ? "TRUE" : "FALSE", _ => $"'{value}'" };

    private static object? Flag(Truth? truth) => truth is null or Truth.Unknown ? null : Postgres ? truth == Truth.Yes : truth == Truth.Yes ? 1 : 0;

    private static IEnumerable<object?> Facts(FactSheet sheet)
    {
        FactValue? Value(string code) => sheet.Value(Given.Of(code), Given.Today);
        object? Number(string code, bool low) => Value(code) is not { } v || (low ? v.Low == FactValue.Lowest : v.High == FactValue.Highest) ? null : low ? v.Low : v.High;
        object? Day(object? number) => number is int day ? DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd") : null;
        object? Chosen(string code) => Value(code)?.Members.FirstOrDefault(m => m.Value == Truth.Yes).Key;
        IEnumerable<object?> Each(string code) => Given.Of(code).Choices.Select(c => Flag(Value(code)?.Holds(c.Code)));
        return
        [
            Number("usia", true), Number("usia", false), Number("desil", true), Number("penghasilan", true), Flag(Value("hamil")?.Answer), Flag(Value("disabilitas_berat")?.Answer),
            Day(Number("tanggal_nonaktif", true)), Day(Number("tanggal_nonaktif", false)), Chosen("jenis_kelamin"), Chosen("rumah"), .. Each("label"), .. Each("menerima"),
            .. Given.Of("pernah_menerima").Choices.Select(c => Day(Value("pernah_menerima")?.Days is { } days && days.TryGetValue(c.Code, out var day) ? day : null)),
        ];
    }

    private async Task Execute(string sql)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
