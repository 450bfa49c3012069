using System.Globalization;
using Layar.Linkage.Tests.Invented;
using Layar.Testing;

namespace Layar.Linkage.Tests.Files;

[Trait("Kind", "contract")]
public sealed class LinkVerbTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task Two_files_give_the_columns_of_the_contract()
    {
        var (a, b) = new EnglishPersons(301).TwoFiles(300, 3);
        var (code, _, error) = await Terminal.Run("link", a.Write(scratch.Path("a.csv")), b.Write(scratch.Path("b.csv"), ";"), "--model", scratch.Write("m.json", a.Model), "--out", scratch.Path("o.csv"));

        Assert.True(code == 0, error);
        var rows = File.ReadAllLines(scratch.Path("o.csv"));
        Assert.Equal("left_id,right_id,weight,probability,decision", rows[0]);
        Assert.All(rows.Skip(1).Select(r => r.Split(',')), row =>
        {
            Assert.StartsWith("a", row[0], StringComparison.Ordinal);
            Assert.StartsWith("b", row[1], StringComparison.Ordinal);
            Assert.True(double.Parse(row[2], CultureInfo.InvariantCulture) > -50);
            Assert.InRange(double.Parse(row[3], CultureInfo.InvariantCulture), 0, 1);
            Assert.Contains(row[4], (string[])["same", "review"]);
        });
        Assert.InRange(rows.Count(r => r.EndsWith(",same", StringComparison.Ordinal)), 297, 300);
        Assert.Equal(["a.csv", "b.csv", "m.json", "o.csv"], Directory.GetFiles(Path.GetDirectoryName(scratch.Path("x"))!).Select(f => Path.GetFileName(f)).Order());
    }

    [Fact]
    public async Task One_file_is_linked_with_itself_and_each_pair_is_explained()
    {
        var file = new IndonesianPersons(302).OneFile(400, 0.3);
        var (code, output, _) = await Terminal.Run("link", file.Write(scratch.Path("a.csv"), "\t"), "--model", scratch.Write("m.json", file.Model), "--out", scratch.Path("o.csv"), "--explain", scratch.Path("e.csv"), "--data", "/nowhere");

        Assert.Equal(0, code);
        Assert.Contains("same", output, StringComparison.Ordinal);
        var evidence = File.ReadAllLines(scratch.Path("e.csv"));
        Assert.Equal("left_id,right_id,column,agreement,weight", evidence[0]);
        Assert.Contains(evidence, e => e.Contains(",nik,exact,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("link", "a.csv", "--out", "o.csv")]
    [InlineData("link", "a.csv", "--model", "m.json")]
    [InlineData("link", "a.csv", "--model", "none.json", "--out", "o.csv")]
    [InlineData("link", "none.csv", "--model", "m.json", "--out", "o.csv")]
    [InlineData("link", "a.csv", "--model", "wrong.json", "--out", "o.csv")]
    [InlineData("link", "a.csv", "--model", "other.json", "--out", "o.csv")]
    [InlineData("link", "a.csv", "--model", "m.json", "--out", "none/o.csv")]
    [InlineData("link", "a.csv", "--model", "m.json", "--out", "o.csv", "--speed", "fast")]
    [InlineData("link", "a.csv", "--model", "m.json", "--out", "o.csv", "--seed", "x")]
    public async Task Wrong_use_is_refused_and_nothing_is_written(params string[] args)
    {
        Samples();
        var (code, _, error) = await Terminal.Run([.. args.Select(a => a.Contains('.', StringComparison.Ordinal) ? scratch.Path(a) : a)]);

        Assert.Equal(2, code);
        Assert.StartsWith("layar link: ", error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.Path("o.csv")));
    }

    [Fact]
    public async Task A_wrong_row_is_named_and_an_earlier_result_stays()
    {
        Samples();
        scratch.Write("o.csv", "before");
        scratch.Write("bad.csv", "rec_id,name\nr1,Anna\n,Budi\n");
        var (code, _, error) = await Terminal.Run("link", scratch.Path("bad.csv"), "--model", scratch.Path("m.json"), "--out", scratch.Path("o.csv"));

        Assert.Equal(1, code);
        Assert.Contains("bad.csv, line 3", error, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(scratch.Path("o.csv")));
    }

    [Theory, InlineData("rec_id,name\n"), InlineData("rec_id,name\nr1,Anna\n"), InlineData("rec_id,name\nr1,Anna\nr2,Anna\n"), InlineData("rec_id,name\nr1,\nr2,\n")]
    public async Task A_file_with_nothing_to_compare_gives_an_empty_result(string text)
    {
        Samples();
        scratch.Write("a.csv", text);
        var (code, _, _) = await Terminal.Run("link", scratch.Path("a.csv"), "--model", scratch.Path("m.json"), "--out", scratch.Path("o.csv"));

        Assert.Equal(0, code);
        Assert.Single(File.ReadAllLines(scratch.Path("o.csv")));
    }

    [Fact]
    public async Task A_handful_of_records_is_enough()
    {
        scratch.Write("a.csv", "rec_id, given, family, born\n 1, Anna, Bell, 1980-04-17\n 2, Anna, Bel, 1980-04-17\n 3, John, Smith, 1975-11-02\n 4, Maria, Jones, 1990-01-30\n");
        scratch.Write("m.json", """{ "id": "rec_id", "columns": { "given": "given", "family": "family", "born": "date" } }""");
        await Terminal.Run("link", scratch.Path("a.csv"), "--model", scratch.Path("m.json"), "--out", scratch.Path("o.csv"));

        Assert.StartsWith("1,2,", Assert.Single(File.ReadAllLines(scratch.Path("o.csv")).Skip(1)), StringComparison.Ordinal);
        Assert.EndsWith(",same", File.ReadAllLines(scratch.Path("o.csv"))[1], StringComparison.Ordinal);
    }

    private void Samples()
    {
        scratch.Write("a.csv", "rec_id,name\nr1,Anna\nr2,Budi\n");
        scratch.Write("m.json", """{ "id": "rec_id", "columns": { "name": "given" } }""");
        scratch.Write("wrong.json", """{ "id": "rec_id", "columns": """);
        scratch.Write("other.json", """{ "id": "rec_id", "columns": { "surname": "family" } }""");
    }

    public void Dispose() => scratch.Dispose();
}
