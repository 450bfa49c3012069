using System.IO.Compression;
using System.Text;
using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;
using Layar.Testing;
using Layar.Testing.Invented;

namespace Layar.People.Tests.Registry;

/// <summary>Files as they come: odd headers, several sheets, old encodings, and files that are no tables at all.</summary>
[Trait("Kind", "slice"), Collection(RegistryHouse.Name)]
public sealed class FormatTests(RegistryServer server)
{
    private static readonly DateOnly Day = new(2023, 12, 31);
    private static readonly InventedRelease Release = new(60) { Year = 2023 };

    [Fact]
    public async Task Both_tables_stand_as_sheets_of_one_workbook()
    {
        var path = new InventedWorkbook().Sheet("Individu", InventedRelease.PersonHeader, Release.PersonRows()).Sheet("Keluarga", InventedRelease.FamilyHeader, Release.FamilyRows())
            .Sheet("Rahasia", [["nik", "nama"], ["6311010101010000", "TERSEMBUNYI"]], hidden: true).Sheet("Catatan", [["hanya"]]).Write(server.File("dtsen.xlsx"));
        var import = await server.Try(RegistryKind.Dtsen, Day, path);
        Assert.Equal((60, Release.Families, 0), (import.Result().Persons, import.Result().Families, import.Result().Causes.Count));
        Assert.Equal("dtsen.xlsx › Catatan", import.Result().LeftOut.Single());
        await server.Undo(import);
    }

    [Fact]
    public async Task A_list_of_a_desa_with_title_merged_cells_and_sums_is_read()
    {
        InventedCell[] Row(int i, bool card) => [$"{i + 1}", card ? InventedRelease.Card(i / 3) : "", new(InventedRelease.Nik(i), 'i'), InventedRelease.Name(i), new($"{InventedRelease.Born(i).DayNumber - new DateOnly(1899, 12, 30).DayNumber}", 'n'), InventedRelease.IsWoman(i) ? "P" : "L", "Tabuan", "Kec. Halong", "Desil 2"];
        var path = new InventedWorkbook().Sheet("Desa Tabuan",
        [
            ["DAFTAR KELUARGA MISKIN DESA TABUAN"], null, ["No", "No. KK", "NIK", "Nama Lengkap", "Lahir", "", "Alamat", "", "Desil"], ["", "", "", "", "Tgl Lahir", "L/P", "Desa", "Kecamatan", ""],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"], .. Enumerable.Range(0, 6).Select(i => Row(i, i % 3 == 0)), ["", "", "", "JUMLAH", "", "", "", "", "6"], ["", "", "", "Mengetahui, Pembakal"],
        ]).Write(server.File("tabuan.xlsx"));
        var import = await server.Try(RegistryKind.Village, Day, path);
        Assert.Equal((6, 2, 2), (import.Result().Persons, import.Result().Families, import.Result().PassedOver));
        Assert.Equal(new Dictionary<string, int> { ["kk.above"] = 4 }, import.Causes());
        Assert.True((await server.Commit(import)).IsDone);
        var person = await server.Ask(r => r.Person(InventedRelease.Nik(4), CancellationToken.None));
        Assert.Equal(("63.11.02.2004", 2, InventedRelease.Born(4)), (person!.Village, person.Decile, person.BirthDate));
        Assert.Equal(3, (await server.Ask(r => r.Family(InventedRelease.Card(1), CancellationToken.None)))!.People.Count);
        await server.Undo(import);
    }

    [Fact]
    public async Task Damaged_cells_of_a_workbook_are_named_with_their_place()
    {
        var path = new InventedWorkbook().Sheet("Lembar1",
        [
            ["NIK", "NAMA", "TGLLAHIR", "JNSKEL"], [new("6311010101800010", 'n'), "SATU", "1/1/1980", "1"], [new("A9", 'f'), "DUA", "1/1/1980", "1"], [new("#REF!", 'e'), "TIGA", "1/1/1980", "1"],
            [new("6311010101800000", 'v'), "EMPAT", new("#N/A", 'e'), "1"], [new("6.311010101E15", 'n'), "LIMA", "1/1/1980", "1"],
        ]).Write(server.File("rusak.xlsx"));
        var import = await server.Try(RegistryKind.Village, Day, path);
        Assert.Equal(["nik.error Lembar1!A4", "nik.formula Lembar1!A3", "nik.rounded Lembar1!A2", "nik.scientific Lembar1!A6", "cell.error Lembar1!C5"],
            import.Result().Causes.OrderByDescending(c => c.Quarantined).ThenBy(c => c.Cause, StringComparer.Ordinal).Select(c => $"{c.Cause} {c.Places.Single()}"));
        Assert.Equal((1, 1), (import.Result().Persons, import.Result().Formulas));
        await server.Undo(import);
    }

    [Theory]
    [InlineData("utf-16"), InlineData("utf-16BE"), InlineData("windows-1252"), InlineData("utf-8")]
    public async Task Every_encoding_and_separator_is_found(string name)
    {
        Encoding encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : name == "utf-8" ? new UTF8Encoding(true) : Encoding.GetEncoding(name);
        var separator = name switch { "utf-16" => '\t', "utf-16BE" => '|', "windows-1252" => ',', _ => ';' };
        var path = InventedRelease.Csv(server.File("daftar.csv"), ["NIK", "Nama", "Desa", "Kecamatan"], [[InventedRelease.Nik(5), "JOSÉ, \"SÈ\"", "Ju'uh", "Tebing Tinggi"]], separator, encoding);
        var import = await server.Try(RegistryKind.Village, Day, path);
        Assert.Empty(import.Result().Causes);
        await server.Commit(import);
        var person = await server.Ask(r => r.Person(InventedRelease.Nik(5), CancellationToken.None));
        Assert.Equal(("JOSÉ, \"SÈ\"", "63.11.08.2004"), (person!.Name, person.Village));
        await server.Undo(import);
    }

    [Fact]
    public async Task A_village_that_nobody_knows_is_named_also_when_the_family_has_one()
    {
        var families = InventedRelease.Csv(server.File("keluarga.csv"), InventedRelease.FamilyHeader, [Release.Family(0)]);
        var persons = InventedRelease.Csv(server.File("individu.csv"), [.. InventedRelease.PersonHeader, "kelurahan_desa", "kecamatan"], [[.. Release.Person(0), "ANTAH BERANTAH", "HALONG"]]);
        var import = await server.Try(RegistryKind.Dtsen, Day, families, persons);
        Assert.Equal(new Dictionary<string, int> { ["village.unknown"] = 1 }, import.Causes());
        await server.Undo(import);
    }

    [Fact]
    public async Task A_text_file_that_ends_in_the_middle_of_a_row_leaves_that_row_out_and_says_so()
    {
        var path = InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, Release.PersonRows());
        var whole = File.ReadAllText(path);
        File.WriteAllText(path, whole[..(whole.LastIndexOf(InventedRelease.Nik(59), StringComparison.Ordinal) + 60)]);
        var import = await server.Try(RegistryKind.Dtsen, Day, path);
        Assert.Equal(("row.cut", 59), (import.Result().Causes.Single().Cause, import.Result().Persons));
        await server.Undo(import);
    }

    [Fact]
    public async Task A_row_with_too_few_cells_stays_out_and_is_named_with_its_place()
    {
        var rows = Release.PersonRows().Take(5).ToList();
        rows[2] = rows[2][..7];
        var import = await server.Try(RegistryKind.Dtsen, Day, InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, rows));
        var cause = Assert.Single(import.Result().Causes);
        Assert.Equal(("row.short", true, "G4", 4), (cause.Cause, cause.Quarantined, cause.Places.Single(), import.Result().Persons));
        await server.Undo(import);
    }

    [Fact]
    public async Task Of_an_odd_value_in_very_many_rows_the_page_says_how_many_rows_the_file_to_download_holds()
    {
        var education = Array.IndexOf(InventedRelease.PersonHeader, "ijazah_tertinggi");
        var rows = new InventedRelease(ProblemLog.OddRowsKept + 1) { Year = 2023 }.PersonRows().Select(row => row.Select((cell, place) => place == education ? "ENTAH" : cell).ToArray());
        var import = await server.Try(RegistryKind.Dtsen, Day, InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, rows));
        var cause = Assert.Single(import.Result().Causes);
        Assert.Equal(("value.unknown", false, ProblemLog.OddRowsKept + 1), (cause.Cause, cause.Quarantined, cause.Count));
        var page = await (await server.SignedIn(Roles.Planner)).Open($"/petugas/warga/registri/{import.Id.Value}");
        Assert.Contains("2.000 baris pertama", page.Document.QuerySelector("#masalah")!.TextContent);
        await server.Undo(import);
    }

    [Fact]
    public async Task A_formula_in_a_text_file_is_named_and_is_nobodys_name()
    {
        string[][] rows = [[InventedRelease.Nik(1), "=HYPERLINK(A1)", "Tabuan"], [InventedRelease.Nik(2), "@SUM(A1)", "Tabuan"], [$"=\"{InventedRelease.Nik(3)}\"", "AMINAH", "Tabuan"], [InventedRelease.Nik(4), "-", "Tabuan"]];
        var import = await server.Try(RegistryKind.Village, Day, InventedRelease.Csv(server.File("desa.csv"), ["NIK", "Nama", "Desa"], rows));
        Assert.Equal(["B2", "B3"], import.Result().Causes.Single(c => c.Cause == "cell.formula").Places);
        Assert.Equal(["B5"], import.Result().Causes.Single(c => c.Cause == "name.missing").Places);
        await server.Commit(import);
        Assert.Equal((null, "AMINAH"), ((await server.Ask(r => r.Person(InventedRelease.Nik(1), CancellationToken.None)))!.Name, (await server.Ask(r => r.Person(InventedRelease.Nik(3), CancellationToken.None)))!.Name));
        await server.Undo(import);
    }

    [Fact]
    public async Task Members_of_a_family_with_different_deciles_are_taken_with_the_familys_and_named()
    {
        var path = InventedRelease.Csv(server.File("desa.csv"), ["NIK", "No KK", "Nama", "Desil"], [[InventedRelease.Nik(1), InventedRelease.Card(1), "SATU", "2"], [InventedRelease.Nik(2), InventedRelease.Card(1), "DUA", "7"]]);
        var import = await server.Try(RegistryKind.Village, Day, path);
        Assert.Equal(new Dictionary<string, int> { ["kk.decile-differs"] = 1 }, import.Causes());
        Assert.Equal(["D3"], import.Result().Causes.Single().Places);
        await server.Commit(import);
        Assert.Equal(2, (await server.Ask(r => r.Person(InventedRelease.Nik(2), CancellationToken.None)))!.Decile);
        await server.Undo(import);
    }

    [Theory]
    [InlineData("63.11.02.2004", "63.11.01.2003"), InlineData("6311022004", "6311012003")]
    public async Task Codes_of_Kemendagri_are_enough_to_know_the_village(string one, string other)
    {
        var path = InventedRelease.Csv(server.File("kode.csv"), ["nik", "nama", "kode_desa_kemendagri"], [[InventedRelease.Nik(1), "AMINAH", one], [InventedRelease.Nik(2), "RUSMINI", other], [InventedRelease.Nik(3), "GALUH", "6311999999"]]);
        var import = await server.Try(RegistryKind.Dtsen, Day, path);
        Assert.Equal(new Dictionary<string, int> { ["village.unknown"] = 1 }, import.Causes());
        Assert.True((await server.Commit(import)).IsDone);
        Assert.Equal(("63.11.02.2004", "63.11.01.2003", null), (await Village(1), await Village(2), await Village(3)));
        await server.Undo(import);

        async Task<string?> Village(int person) => (await server.Ask(r => r.Person(InventedRelease.Nik(person), CancellationToken.None)))!.Village;
    }

    [Fact]
    public async Task A_table_of_a_thousand_columns_is_read_where_they_are_known()
    {
        string[] more = [.. Enumerable.Range(0, 1100).Select(i => $"catatan_{i}")];
        var path = InventedRelease.Csv(server.File("lebar.csv"), ["nik", "nama", .. more], [[InventedRelease.Nik(1), "AMINAH", .. more]]);
        var import = await server.Try(RegistryKind.Dtsen, Day, path);
        Assert.Equal((ImportState.Tried, 1), (import.State, import.Result().Persons));
        await server.Undo(import);
    }

    [Fact]
    public async Task A_file_that_is_gone_from_the_disk_fails_the_import_in_plain_words()
    {
        var path = InventedRelease.Csv(server.File("hilang.csv"), InventedRelease.PersonHeader, Release.PersonRows());
        var import = await server.CutOff(path, new DateOnly(2019, 3, 31));
        File.Delete(Path.Combine(server.DataFolder, "registry", ImportFiles.Of(import)[0].Place));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((import = await server.Look(import.Id)).State == ImportState.Reading) await Task.Delay(200, patience.Token);
        Assert.Equal((ImportState.Failed, 0), (import.State, await server.Rows(import)));
        Assert.StartsWith("people.registry.fault.", import.Fault, StringComparison.Ordinal);
        await server.Undo(import);
    }

    [Fact]
    public async Task Bdt_codes_in_four_columns_are_understood_once_they_were_named()
    {
        string[] header = ["IDBDT", "KDPROP", "KDKAB", "KDKEC", "KDDESA", "Nama", "JnsKel", "TglLahir", "NIK", "NoKK", "Hubkel", "Jenis_cacat", "Ada_pkh", "namagadis_ibukandung"];
        var first = await server.Try(RegistryKind.Dtsen, Day, InventedRelease.Csv(server.File("kel.csv"), InventedRelease.FamilyHeader, Release.FamilyRows()));
        var path = InventedRelease.Csv(server.File("bdt.csv"), header, [["1", "63", "11", "10", "3", "AMINAH", "2", "1980-01-01", InventedRelease.Nik(9), InventedRelease.Card(9), "1", "TUNA NETRA", "1", "RAHASIA"]], ',');
        var import = await server.Try(RegistryKind.Bdt, Day, path);
        await server.Commit(import);
        var person = await server.Ask(r => r.Person(InventedRelease.Nik(9), CancellationToken.None));
        Assert.Equal(("63.11.01.2003", Difficulties.Seeing, true, "head"), (person!.Village, person.Difficulties, person.Pkh, person.Relation));
        Assert.DoesNotContain("namagadis_ibukandung", import.Result().Tables.Single().RawColumns);
        await server.Undo(import);
        await server.Undo(first);
    }

    [Theory]
    [InlineData("password"), InlineData("xls"), InlineData("truncated"), InlineData("bomb"), InlineData("quote"), InlineData("not-a-table"), InlineData("empty"), InlineData("binary"), InlineData("no-header"), InlineData("ods"), InlineData("columns-missing"), InlineData("line-long"), InlineData("fields-long"), InlineData("mark-long"), InlineData("xml-broken"), InlineData("sheet-gone")]
    public async Task A_file_that_cannot_be_read_says_why_and_leaves_nothing(string fault)
    {
        var path = server.File(fault is "password" or "xls" or "truncated" or "bomb" or "mark-long" or "xml-broken" or "sheet-gone" or "not-a-table" or "ods" ? "x.xlsx" : "x.csv");
        BadFiles.Write(fault, path, Release);
        var import = await server.Try(RegistryKind.Dtsen, Day, path);
        Assert.Equal((ImportState.Failed, "people.registry.fault." + (fault switch { "fields-long" => "line-long", "mark-long" => "bomb", "xml-broken" => "truncated-at", "sheet-gone" => "sheet", _ => fault }), 0), (import.State, import.Fault, await server.Rows(import)));
        await server.Undo(import);
    }
}

internal static class BadFiles
{
    public static void Write(string fault, string path, InventedRelease release)
    {
        switch (fault)
        {
            case "password": File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, .. new byte[700], .. Encoding.Unicode.GetBytes("EncryptedPackage")]); break;
            case "xls": File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, .. new byte[5000]]); break;
            case "truncated":
                new InventedWorkbook().Sheet("A", InventedRelease.PersonHeader, release.PersonRows()).Write(path);
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..2000]);
                break;
            case "bomb": Bomb(path); break;
            case "ods": Zip(path, ("content.xml", "<a/>")); break;
            case "not-a-table": Zip(path, ("word/document.xml", "<a/>")); break;
            case "quote": File.WriteAllText(path, "nik;nama\n6311010101800000;\"AMINAH\n" + string.Concat(Enumerable.Repeat("6311010101800000;X\n", 80_000))); break;
            case "empty": File.WriteAllText(path, ""); break;
            case "binary": File.WriteAllBytes(path, [.. "nik;nama\n"u8, 0, 1, 2, 0, 0, 7]); break;
            case "no-header": File.WriteAllText(path, "apa;itu;saja\n1;2;3\n"); break;
            case "line-long": File.WriteAllText(path, "nik;nama\n6311010101800000;" + new string('A', 3 << 20)); break;
            case "fields-long": File.WriteAllText(path, "nik;nama\n6311010101800000" + new string(';', 3 << 20)); break;
            case "mark-long": Sheet(path, $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\" x=\"{new string('0', 3 << 20)}\"/></sheetData></worksheet>"); break;
            case "xml-broken": Sheet(path, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>nik</row></sheetData></worksheet>"); break;
            case "sheet-gone": Sheet(path, null); break;
            case "columns-missing": File.WriteAllText(path, "nik;tgl lahir;alamat\n6311010101800000;1/1/1980;x\n"); break;
        }
    }

    private static void Zip(string path, params (string Name, string Text)[] parts)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in parts)
        {
            using var file = new StreamWriter(zip.CreateEntry(name).Open());
            file.Write(text);
        }
    }

    private static void Sheet(string path, string? xml)
    {
        new InventedWorkbook().Sheet("A", [["nik", "nama"]]).Write(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        if (xml is null) return;
        using var file = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
        file.Write(xml);
    }

    /// <summary>A sheet of some kilobytes that unpacks to 300 MB of one cell.</summary>
    private static void Bomb(string path)
    {
        new InventedWorkbook().Sheet("A", [["nik", "nama"]]).Write(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        using var file = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
        file.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"u8);
        var letters = new byte[1 << 20];
        Array.Fill(letters, (byte)'0');
        for (var i = 0; i < 300; i++) file.Write(letters);
    }
}
