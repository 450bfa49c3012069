using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Intake.Reporting;
using Layar.Kernel.Texts;
using Layar.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.OnPhone;

/// <summary><c>/sw.js</c>: the worker that lets the questions open without network, with the list of what it keeps.</summary>
internal static class WorkerScript
{
    /// <summary>Pages without anybody's name or token; the worker asks for them without cookies.</summary>
    public static readonly string[] Pages = [PhoneWizardModel.Path, PhoneWizardModel.Path + "?bahasa=en", PhoneDrawerModel.Path, PhoneDrawerModel.Path + "?bahasa=en", "/", "/?bahasa=en", "/cuaca"];

    public static readonly string[] Files = ["citizen.css", "js/phone.js", "js/phone-wizard.js", "js/photo-shrink.js", "js/voice-note.js", "js/phone-drawer.js", "js/phone-helper.js", "js/locate.js", "js/copy.js", "js/quick-exit.js", "img/mark.svg"];

    private static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(UiModule).Assembly.GetManifestResourceStream("wwwroot/js/worker.js")!;
        return new StreamReader(stream).ReadToEnd();
    });

    public static Task Get(HttpContext http)
    {
        var versions = http.RequestServices.GetRequiredService<IFileVersionProvider>();
        string[] files = [.. Files.Select(f => versions.AddFileVersionToPath("", "/_content/Layar.Ui/" + f)), .. Pages];
        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        var script = Encoding.UTF8.GetBytes($"const BUILD = '{Build(http.RequestServices, files)}';\nconst FILES = {JsonSerializer.Serialize(files)};\n{Script.Value}");
        http.Response.ContentLength = script.Length;
        return http.Response.Body.WriteAsync(script).AsTask();
    }

    /// <summary>Changes when anything changes that the kept pages show, in whatever language somebody asks: the program, the villages, problems and services.</summary>
    private static string Build(IServiceProvider services, string[] files)
    {
        CultureInfo.CurrentUICulture = TextCatalogue.Indonesian;
        var parts = new StringBuilder(string.Join('\n', files)).Append(services.GetRequiredService<PhoneWords>().Json());
        foreach (var assembly in (Type[])[typeof(WorkerScript), typeof(UiModule), typeof(Instance)]) parts.Append(assembly.Module.ModuleVersionId);
        foreach (var village in services.GetRequiredService<Villages>().Choices) parts.Append(village.Value).Append(village.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())))[..12];
    }
}
