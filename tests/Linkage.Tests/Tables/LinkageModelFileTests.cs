using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Tests.Tables;

[Trait("Kind", "rule")]
public sealed class LinkageModelFileTests
{
    [Fact]
    public void The_form_of_the_contract_is_read()
    {
        var model = LinkageModelFile.Parse("""{ "id": "rec_id", "columns": { "given_name": "given", "surname": "family", "date_of_birth": "date", "phone": "text" } }""", "m.json");

        Assert.Equal("rec_id", model.Id);
        Assert.Equal([FieldKind.Given, FieldKind.Family, FieldKind.Date, FieldKind.Text], model.Columns.Select(c => c.Kind));
    }

    [Fact]
    public void Every_kind_of_the_contract_is_known()
    {
        string[] kinds = ["given", "family", "fullname", "date", "age", "sex", "address", "place", "code", "identifier", "text"];
        var model = LinkageModelFile.Parse("{ \"id\": \"i\", \"columns\": {" + string.Join(',', kinds.Select(k => $"\"c_{k}\": \"{k}\"")) + "} }", "m.json");

        Assert.Equal(kinds, model.Columns.Select(c => c.Kind.ToString().ToLowerInvariant()));
    }

    [Theory]
    [InlineData("{ \"id\": \"rec_id\",\n \"columns\": { ", "line 2")]
    [InlineData("", "line 1")]
    [InlineData("[]", "object")]
    [InlineData("{ \"columns\": { \"a\": \"given\" } }", "\"id\"")]
    [InlineData("{ \"id\": 3, \"columns\": { \"a\": \"given\" } }", "\"id\"")]
    [InlineData("{ \"id\": \"i\" }", "\"columns\"")]
    [InlineData("{ \"id\": \"i\", \"columns\": {} }", "empty")]
    [InlineData("{ \"id\": \"i\", \"columns\": { \"a\": \"nickname\" } }", "columns.a")]
    [InlineData("{ \"id\": \"i\", \"columns\": { \"a\": 7 } }", "columns.a")]
    [InlineData("{ \"id\": \"i\", \"columns\": { \"i\": \"identifier\" } }", "no evidence")]
    [InlineData("{ \"id\": \"i\", \"columns\": { \"a\": \"given\", \"A\": \"family\" } }", "twice")]
    public void A_wrong_model_is_refused_with_the_place(string json, string place)
    {
        var fault = Assert.Throws<LinkageFault>(() => LinkageModelFile.Parse(json, "m.json"));

        Assert.Contains("m.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
        Assert.False(fault.InData);
    }
}
