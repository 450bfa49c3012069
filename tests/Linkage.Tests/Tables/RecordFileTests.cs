using System.Text;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Tables;

namespace Layar.Linkage.Tests.Tables;

[Trait("Kind", "rule")]
public sealed class RecordFileTests : IDisposable
{
    private static readonly LinkageModelFile Model = new("rec_id", [new FieldColumn("name", FieldKind.Given), new FieldColumn("city", FieldKind.Place)]);
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("rec_id,name,city\nr1,Anna,Rome\n")]
    [InlineData("rec_id, name, city\r\n r1, Anna, Rome\r\n")]
    [InlineData("rec_id;name;city\nr1;Anna;Rome")]
    [InlineData("rec_id\tcity\tname\n\n\nr1\tRome\tAnna\n\n")]
    [InlineData("other,REC_ID,\"name\",city\n9,\"r1\",\"Anna\", \"Rome\" \n")]
    [InlineData("rec_id,name,city\rr1,Anna,Rome\r")]
    public void Delimiters_blanks_and_quotes_make_no_difference(string text)
    {
        var file = Read(text);

        Assert.Equal(["r1"], file.Ids);
        Assert.Equal("Anna", file.Columns[0].Texts[file.Columns[0].Values[0]]);
        Assert.Equal("Rome", file.Columns[1].Texts[file.Columns[1].Values[0]]);
    }

    [Theory, InlineData("utf-8"), InlineData("utf-16"), InlineData("utf-16BE"), InlineData("windows-1252")]
    public void Encodings_are_found(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        File.WriteAllText(scratch.Path("a.csv"), "rec_id,name,city\nr1,José,Zürich\n", encoding);

        var file = RecordFile.Read(Model, scratch.Path("a.csv"), null, TestContext.Current.CancellationToken);

        Assert.Equal("José", file.Columns[0].Texts[0]);
    }

    [Fact]
    public void A_letter_of_two_bytes_may_lie_on_the_edge_of_a_buffer()
    {
        var text = "rec_id,name,city\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"r{i},né{i % 7},é\n"));
        foreach (var shift in Enumerable.Range(0, 3))
        {
            scratch.Write("a.csv", new string(' ', 0) + text.Replace("r0,", new string('x', shift + 1) + ",", StringComparison.Ordinal));
            Assert.Equal(60_000, RecordFile.Read(Model, scratch.Path("a.csv"), null, TestContext.Current.CancellationToken).Ids.Count);
            Assert.Same(Encoding.UTF8, TextEncoding.Find(scratch.Path("a.csv")));
        }
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_quotes_and_lines() =>
        Assert.Equal("An\"na, the\nfirst", Read("rec_id,name,city\nr1,\"An\"\"na, the\nfirst\",x\n").Columns[0].Texts[0]);

    [Theory, InlineData(""), InlineData("NULL"), InlineData("n/a"), InlineData("-"), InlineData("nan")]
    public void Missing_values_are_known_in_their_usual_forms(string nothing) => Assert.Equal(-1, Read($"rec_id,name,city\nr1,{nothing},x\n").Columns[0].Values[0]);

    [Fact]
    public void Short_rows_miss_what_they_do_not_have() => Assert.Equal(-1, Read("rec_id,name,city\nr1,Anna\nr2\n").Columns[1].Values[0]);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("rec_id,name\nr1,x\n", "\"city\"")]
    [InlineData("id,name,city\nr1,x,y\n", "\"rec_id\"")]
    [InlineData("rec_id,name,city\nr1,x,y\n,x,y\n", "line 3")]
    [InlineData("rec_id,name,city\nr1,x,y\nr2,\"x,y\nr3,a,b\n", "line 3")]
    public void Faults_say_where_they_are(string text, string place) => Assert.Contains(place, Assert.Throws<LinkageFault>(() => Read(text)).Message, StringComparison.Ordinal);

    private RecordFile Read(string text) => RecordFile.Read(Model, scratch.Write("a.csv", text), null, TestContext.Current.CancellationToken);

    public void Dispose() => scratch.Dispose();
}
