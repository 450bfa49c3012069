using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Registry.Reading;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.People.Registry.Uploading;

/// <summary>The token is checked here, because checking it elsewhere would read the whole upload into memory first.</summary>
[StaffPage(Roles.Planner, Roles.Administrator), BodyUntouched, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
internal sealed class UploadReleaseModel(BeginImport begin, ImportFiles files, IAntiforgery antiforgery, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    private const string TokenField = "_t";
    private const string TokenHeader = "RequestVerificationToken";

    public string? Kind { get; private set; }

    public string? AsOf { get; private set; }

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<RegistryKind>().Select(k => new Choice(k.ToString(), "people.registry.kind." + k.ToString().ToLowerInvariant()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var parts = new ReleaseParts(files);
        try
        {
            if (!await parts.Read(Request, () => IsOurs(parts), stop))
            {
                files.Forget(parts.Kept.Select(k => k.File));
                return BadRequest();
            }
            (Kind, AsOf) = (parts.Fields.GetValueOrDefault("kind"), parts.Fields.GetValueOrDefault("asOf"));
            if (parts.Kept.Count == 0) return Wrong("people.registry.upload.none", parts);
            if (!string.IsNullOrEmpty(AsOf) && parts.Day("asOf") is null) return Wrong("people.registry.as-of.wrong", parts, "asOf");
            return await Begin(parts, stop);
        }
        catch (ReadingFault fault)
        {
            return Wrong(texts[fault.Key, [.. fault.Values]], parts);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return Wrong(broken is InvalidDataException ? "people.registry.upload.too-large" : "people.registry.upload.broken", parts);
        }
    }

    private async Task<IActionResult> Begin(ReleaseParts parts, CancellationToken stop)
    {
        RegistryKind? kind = Enum.TryParse<RegistryKind>(Kind, out var chosen) ? chosen : null;
        var outcome = await begin.Run(new NewImport(parts.Kept, kind, parts.Day("asOf"), null), staff.Required.As([Roles.Planner, Roles.Administrator]), stop);
        return outcome.Match(id => Redirect($"/petugas/warga/registri/{id.Value}/kolom"), why => Wrong(why.Code, parts));
    }

    private async Task<bool> IsOurs(ReleaseParts parts)
    {
        // Looking for the token in the body would read it a second time.
        if (parts.Fields.TryGetValue(TokenField, out var token)) Request.Headers[TokenHeader] = token;
        else if (Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true) return false;
        return await antiforgery.IsRequestValidAsync(HttpContext);
    }

    private IActionResult Wrong(string words, ReleaseParts parts, string field = "Files")
    {
        files.Forget(parts.Kept.Select(k => k.File));
        ModelState.AddModelError(field, words);
        return Page();
    }
}
