using System.Globalization;
using Layar.People.Registry.Releases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Layar.People.Registry.Uploading;

/// <summary>The upload form, read part by part as it comes: files go sealed to the disk and never lie whole in memory.</summary>
internal sealed class ReleaseParts(ImportFiles files)
{
    private const int LongestField = 4096;
    private const int MostFiles = 20;

    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public List<(ImportFile File, byte[] Hash)> Kept { get; } = [];

    /// <param name="mayKeep">asked before the first file is taken, with the fields that came before it</param>
    /// <returns>false when it was refused</returns>
    /// <exception cref="InvalidDataException">when the form is broken, or a file too large</exception>
    public async Task<bool> Read(HttpRequest request, Func<Task<bool>> mayKeep, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary) return await mayKeep();
        var reader = new MultipartReader(boundary, request.Body);
        var asked = false;
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) continue;
            if (part.IsFormDisposition()) Fields[part.Name.Value ?? ""] = await Text(section, stop);
            if (!part.IsFileDisposition() || Name(part) is not { Length: > 0 } name) continue;
            if (!asked && !(asked = await mayKeep())) return false;
            if (Kept.Count == MostFiles) throw new InvalidDataException("too many files");
            var kept = await files.Keep(name, section.Body, stop);
            Kept.Add(kept);
        }
        return asked || await mayKeep();
    }

    private static string Name(ContentDispositionHeaderValue part)
    {
        var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value ?? "";
        name = new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(c => !char.IsControl(c))]);
        return name.Length > 120 ? name[^120..] : name;
    }

    private static async Task<string> Text(MultipartSection section, CancellationToken stop)
    {
        var bytes = new byte[LongestField];
        var length = await section.Body.ReadAtLeastAsync(bytes, LongestField, throwOnEndOfStream: false, stop);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, length).Trim();
    }

    public DateOnly? Day(string field) => DateOnly.TryParseExact(Fields.GetValueOrDefault(field), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Leaves the body of the request alone, for a page that reads it itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BodyUntouchedAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var sources = context.ValueProviderFactories;
        foreach (var source in sources.Where(s => s is FormValueProviderFactory or FormFileValueProviderFactory or JQueryFormValueProviderFactory).ToList()) sources.Remove(source);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
