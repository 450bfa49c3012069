using System.Data.Common;
using Layar.Bench.Limits;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Running;
using Layar.Eligibility.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Layar.Bench.Lab;

/// <summary>Invented persons in households, about a seventh of every fact unknown: as rows, as a table of columns, and in a database.</summary>
internal sealed class InventedRegistry
{
    private static readonly (string Code, FactType Type, string[] Choices)[] Kinds =
    [
        ("usia", FactType.Number, []), ("desil", FactType.Number, []), ("penghasilan", FactType.Number, []), ("jenis_kelamin", FactType.Choice, ["L", "P"]),
        ("rumah", FactType.Choice, ["milik", "sewa", "menumpang"]), ("hamil", FactType.YesNo, []), ("disabilitas_berat", FactType.YesNo, []), ("rumah_tidak_layak", FactType.YesNo, []),
        ("pekerja_negara", FactType.YesNo, []), ("label", FactType.Set, ["yatim-piatu", "terlantar"]), ("menerima", FactType.Set, ["PKH", "SEMBAKO", "BLT-DD", "PBI", "PERMAKANAN"]),
        ("pernah_menerima", FactType.History, ["RTLH", "SANDANG"]),
    ];

    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly FactCatalogue Facts = new(Kinds.Select(k => new FactDefinition
    {
        Code = k.Code, Type = k.Type, Scope = FactScope.Person, Name = new(k.Code, k.Code), Question = new(k.Code, k.Code), Choices = [.. k.Choices.Select(c => new FactChoice(c, new(c, c)))],
    }));

    private static readonly (string Column, Func<RegistryRow, int> Value)[] Flags =
    [
        ("hamil", r => r.Pregnant), ("disabilitas_berat", r => r.Disabled), ("rumah_tidak_layak", r => r.Unfit), ("pekerja_negara", r => r.Servant), ("label_yatim", r => r.Orphan), ("label_terlantar", r => r.Abandoned),
        ("pkh", r => r.Pkh), ("sembako", r => r.Sembako), ("blt", r => r.Village), ("pbi", r => r.Pbi), ("permakanan", r => r.Meals),
    ];

    public static readonly SqlFacts Columns = new SqlFacts().Column("usia", "{row}.usia").Column("desil", "{row}.desil").Column("penghasilan", "{row}.penghasilan").Choice("jenis_kelamin", "{row}.kelamin").Choice("rumah", "{row}.rumah")
        .YesNo("hamil", "{row}.hamil").YesNo("disabilitas_berat", "{row}.disabilitas_berat").YesNo("rumah_tidak_layak", "{row}.rumah_tidak_layak").YesNo("pekerja_negara", "{row}.pekerja_negara")
        .YesNo("label", "CASE {choice} WHEN 'yatim-piatu' THEN {row}.label_yatim ELSE {row}.label_terlantar END")
        .YesNo("menerima", "CASE {choice} WHEN 'PKH' THEN {row}.pkh WHEN 'SEMBAKO' THEN {row}.sembako WHEN 'BLT-DD' THEN {row}.blt WHEN 'PBI' THEN {row}.pbi ELSE {row}.permakanan END")
        .Column("pernah_menerima", "CASE {choice} WHEN 'RTLH' THEN {row}.rtlh ELSE {row}.sandang END").Household(new("orang", "{row}.kk", "TRUE"));

    private readonly Random random = new(17);

    public InventedRegistry(int count)
    {
        Rows = new RegistryRow[count];
        for (var (first, household) = (0, 0); first < count; household++)
        {
            var size = Math.Min(random.Next(1, 7), count - first);
            for (var i = 0; i < size; i++) Rows[first + i] = Person(household);
            var toddlers = Rows.AsSpan(first, size).ToArray().Count(p => p.Age is >= 0 and <= 6);
            for (var i = 0; i < size; i++) Rows[first + i].Toddlers = toddlers;
            first += size;
        }
    }

    public RegistryRow[] Rows { get; }

    public FactTable Table()
    {
        var table = new FactTable(Rows.Length);
        table.SetHousehold([.. Rows.Select(r => r.Household)], [.. Enumerable.Repeat(true, Rows[^1].Household + 1)]);
        Number("usia", null, r => r.Age);
        Number("desil", null, r => r.Desil == 0 ? -1 : r.Desil);
        Number("penghasilan", null, r => r.Income);
        Number("pernah_menerima", "RTLH", r => r.Rtlh);
        Number("pernah_menerima", "SANDANG", r => r.Clothing);
        foreach (var (code, value) in new (string, Func<RegistryRow, int>)[] { ("hamil", r => r.Pregnant), ("disabilitas_berat", r => r.Disabled), ("rumah_tidak_layak", r => r.Unfit), ("pekerja_negara", r => r.Servant) }) Bits(code, null, value);
        foreach (var (i, choice) in Facts.Find("menerima")!.Choices.Index()) Bits("menerima", choice.Code, Flags[6 + i].Value);
        foreach (var (i, choice) in Facts.Find("label")!.Choices.Index()) Bits("label", choice.Code, Flags[4 + i].Value);
        foreach (var (i, choice) in Facts.Find("rumah")!.Choices.Index()) Bits("rumah", choice.Code, r => r.House == 0 ? 0 : r.House == i + 1 ? 1 : 2);
        foreach (var (i, choice) in Facts.Find("jenis_kelamin")!.Choices.Index()) Bits("jenis_kelamin", choice.Code, r => r.Sex == i + 1 ? 1 : 2);
        return table;

        void Number(string code, string? choice, Func<RegistryRow, int> value)
        {
            var (low, high) = table.Numbers(Facts.Find(code)!, choice);
            for (var i = 0; i < Rows.Length; i++)
                if (value(Rows[i]) is var number and >= 0) (low.Span[i], high.Span[i]) = (number, number);
        }

        void Bits(string code, string? choice, Func<RegistryRow, int> value)
        {
            for (var i = 0; i < Rows.Length; i++) table.SetBit(i, Facts.Find(code)!, choice, (Truth)value(Rows[i]));
        }
    }

    /// <summary>Loads everybody by COPY, as an import would, and gathers the statistics.</summary>
    public async Task Load(NpgsqlConnection open, CancellationToken stop)
    {
        await Say(open, $"CREATE TABLE orang (kk integer, usia integer, desil integer, penghasilan integer, rtlh date, sandang date, kelamin text, rumah text, {string.Join(", ", Flags.Select(f => f.Column + " boolean"))})", stop);
        await using (var copy = await open.BeginBinaryImportAsync("COPY orang FROM STDIN (FORMAT BINARY)", stop))
        {
            foreach (var row in Rows)
            {
                await copy.StartRowAsync(stop);
                await copy.WriteAsync(row.Household, stop);
                foreach (var number in new[] { row.Age, row.Desil == 0 ? -1 : row.Desil, row.Income }) await Write(copy, number < 0 ? null : number, NpgsqlDbType.Integer, stop);
                foreach (var day in new[] { row.Rtlh, row.Clothing }) await Write(copy, day < 0 ? null : DateOnly.FromDayNumber(day), NpgsqlDbType.Date, stop);
                await Write(copy, row.Sex == 1 ? "L" : "P", NpgsqlDbType.Text, stop);
                await Write(copy, row.House == 0 ? null : Facts.Find("rumah")!.Choices[row.House - 1].Code, NpgsqlDbType.Text, stop);
                foreach (var (_, value) in Flags) await Write(copy, value(row) is var flag and > 0 ? flag == 1 : null, NpgsqlDbType.Boolean, stop);
            }
            await copy.CompleteAsync(stop);
        }
        await Say(open, "VACUUM ANALYZE orang", stop);
    }

    private static async Task Write(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken stop)
    {
        if (value is null) await copy.WriteNullAsync(stop);
        else await copy.WriteAsync(value, type, stop);
    }

    private static async Task Say(DbConnection open, string sql, CancellationToken stop)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(stop);
    }

    private RegistryRow Person(int household) => new()
    {
        Household = household, Age = Known() ? random.Next(0, 95) : -1, Desil = Known() ? random.Next(1, 11) : 0, Income = Known() ? random.Next(4, 100) * 50_000 : -1,
        Rtlh = Last(), Clothing = Last(), Sex = (byte)random.Next(1, 3), House = (byte)(Known() ? random.Next(1, 4) : 0), Pregnant = Flag(0.04), Disabled = Flag(0.04), Unfit = Flag(0.3), Servant = Flag(0.05), Orphan = Flag(0.03),
        Abandoned = Flag(0.02), Pkh = Flag(0.2), Sembako = Flag(0.25), Village = Flag(0.1), Pbi = Flag(0.4), Meals = Flag(0.03),
    };

    private bool Known() => random.Next(7) > 0;

    private byte Flag(double share) => (byte)(!Known() ? 0 : random.NextDouble() < share ? 1 : 2);

    private int Last() => !Known() ? -1 : random.Next(10) > 0 ? 0 : Today.DayNumber - random.Next(5000);
}
