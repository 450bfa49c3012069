using System.Text.Json;
using System.Text.Json.Serialization;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.OnPhone;

/// <summary><c>/app.webmanifest</c>: how the app of this office looks on a phone, and what other apps may share into it.</summary>
internal static class AppManifest
{
    private static readonly ManifestJson Json = new(new JsonSerializerOptions(ManifestJson.Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Task Get(HttpContext http)
    {
        var (services, instance) = (http.RequestServices, http.RequestServices.GetRequiredService<ICatalogue>().Instance);
        var (texts, versions) = (services.GetRequiredService<TextCatalogue>(), services.GetRequiredService<IFileVersionProvider>());
        Icon Picture(string name, int side, string purpose) => new(versions.AddFileVersionToPath("", $"/_content/Layar.Ui/img/{name}.png"), $"{side}x{side}", "image/png", purpose);
        var small = Picture("app-192", 192, "any");
        var manifest = new Manifest("/", instance.AppName, instance.ProductName, instance.ProductLongName.Id, "id", "/", "/", "standalone", "#0b6b5d", "#f7f8f5",
            [small, Picture("app-512", 512, "any"), Picture("app-maskable-512", 512, "maskable")],
            [
                new(texts.Official("intake.wizard.head"), PhoneWizardModel.Path, [small]), new(texts.Official("intake.track.title"), "/lacak", [small]),
                new(texts.Official("intake.phone.drawer"), PhoneWizardModel.Path + "#draf", [small]),
            ],
            new(SharedIntoApp.Path, "POST", "multipart/form-data", new(SharedIntoApp.Title, SharedIntoApp.Text, SharedIntoApp.Link, [new(SharedIntoApp.Photo, ["image/*"]), new(SharedIntoApp.Voice, ["audio/*"])])), ["government", "social"]);
        http.Response.ContentType = "application/manifest+json";
        http.Response.Headers.CacheControl = "no-cache";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Manifest)).AsTask();
    }
}

internal sealed record Manifest(
    string Id, string Name, string ShortName, string Description, string Lang, string StartUrl, string Scope, string Display, string ThemeColor, string BackgroundColor,
    IReadOnlyList<Icon> Icons, IReadOnlyList<Shortcut> Shortcuts, ShareTarget ShareTarget, IReadOnlyList<string> Categories);

internal sealed record Icon(string Src, string Sizes, string Type, string Purpose);

internal sealed record Shortcut(string Name, string Url, IReadOnlyList<Icon> Icons);

internal sealed record ShareTarget(string Action, string Method, string Enctype, ShareFields Params);

internal sealed record ShareFields(string Title, string Text, string Url, IReadOnlyList<ShareFile> Files);

internal sealed record ShareFile(string Name, IReadOnlyList<string> Accept);

[JsonSerializable(typeof(Manifest))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class ManifestJson : JsonSerializerContext;
