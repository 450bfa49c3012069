using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Layar.Testing;

namespace Layar.Intake.Tests;

public sealed class IntakeServer : StaffServer
{
    public static JsonObject Body(Guid? id = null, Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["reportId"] = (id ?? Guid.NewGuid()).ToString(), ["for"] = "neighbour", ["problem"] = "lansia", ["emergency"] = false,
            ["story"] = "Nenek tinggal sendiri, sudah dua hari tidak makan.", ["areaCode"] = "63.11.02.2004", ["landmark"] = "belakang langgar",
            ["person"] = new JsonObject { ["name"] = "Nenek Contoh", ["ageGroup"] = "elderly", ["sex"] = "P", ["nik"] = null },
            ["contact"] = new JsonObject { ["channel"] = "whatsapp", ["value"] = "0812 3456 7890" },
            ["secrecy"] = "open", ["consentVersion"] = "2026-11", ["photos"] = 0,
        };
        change?.Invoke(body);
        return body;
    }

    public static async Task<(int Status, JsonObject Body)> Post(Visitor visitor, JsonNode body)
    {
        var answer = await visitor.Http.PostAsJsonAsync("/api/laporan", body);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    public static async Task<(int Status, JsonObject Body)> Get(Visitor visitor, string path)
    {
        var answer = await visitor.Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }
}

[CollectionDefinition(Name)]
public sealed class Intake : ICollectionFixture<IntakeServer>
{
    public const string Name = "intake";
}
