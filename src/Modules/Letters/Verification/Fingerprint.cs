using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Layar.Letters.Templates;

namespace Layar.Letters.Verification;

/// <summary>
/// SHA-256 over canonical JSON of what the letter says and its verify code: names sorted by ordinal, no white space,
/// nulls left out, UTF-8, the coat of arms replaced by its own SHA-256.
/// </summary>
internal static class Fingerprint
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Of(LetterDocument letter, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(letter, code))));

    public static string Canonical(LetterDocument letter, string code)
    {
        var content = JsonSerializer.SerializeToNode(letter with { Verification = null }, Json)!.AsObject();
        content["code"] = code;
        if (letter.Letterhead.Logo is { } logo)
            content["letterhead"]!["logo"] = Convert.ToHexStringLower(SHA256.HashData(logo));
        return Sorted(content)!.ToJsonString(Json);
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
