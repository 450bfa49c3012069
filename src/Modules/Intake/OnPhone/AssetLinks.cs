using System.Text.Json;
using System.Text.Json.Serialization;
using Layar.Catalogue.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.OnPhone;

/// <summary><c>/.well-known/assetlinks.json</c>: which apps for Android may show this installation as their own (Digital Asset Links).</summary>
internal static class AssetLinks
{
    private static readonly string[] AllAddresses = ["delegate_permission/common.handle_all_urls"];

    public static Task Get(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(Of(http.RequestServices.GetRequiredService<ICatalogue>().Instance.AndroidApps)).AsTask();
    }

    public static byte[] Of(IReadOnlyList<AndroidApp> apps) =>
        JsonSerializer.SerializeToUtf8Bytes([.. apps.Select(a => new AssetLink(AllAddresses, new("android_app", a.Package, a.Fingerprints)))], AssetLinkJson.Default.AssetLinkArray);
}

internal sealed record AssetLink(IReadOnlyList<string> Relation, AssetTarget Target);

internal sealed record AssetTarget(string Namespace, string PackageName, [property: JsonPropertyName("sha256_cert_fingerprints")] IReadOnlyList<string> Fingerprints);

[JsonSerializable(typeof(AssetLink[]))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class AssetLinkJson : JsonSerializerContext;
