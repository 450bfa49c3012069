using System.Text.Json;
using System.Text.Json.Nodes;

namespace Layar.Host.Tests.Contract;

/// <summary>
/// The addresses for machines as others rely on them. When one is added, copy the document that the failure names over
/// the kept one and read the difference: only additions are allowed.
/// </summary>
[Trait("Kind", "contract"), Collection(HostHouse.Name)]
public sealed class OpenApiTests(HostServer server)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task The_document_is_the_one_that_was_published()
    {
        using var visitor = server.Visitor();
        var document = JsonNode.Parse(await visitor.Http.GetStringAsync("/api/openapi.json"))!.AsObject();
        document.Remove("servers");
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var now = document.ToJsonString(Indented) + "\n";
        var kept = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Contract", "openapi.json"));
        if (kept == now) return;
        var beside = Path.Combine(Path.GetTempPath(), "layar-openapi.json");
        await File.WriteAllTextAsync(beside, now);
        Assert.Fail($"The document differs from tests/Host.Tests/Contract/openapi.json; the new one is {beside}.");
    }
}
