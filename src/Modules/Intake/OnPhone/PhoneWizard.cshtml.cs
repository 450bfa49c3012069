using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Intake.Reporting;
using Layar.Ui.Components;
using Layar.Ui.Layouts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Layar.Intake.OnPhone;

/// <summary>
/// The questions of a report in one document that the phone keeps. It is the same for everybody: no token, no cookie, nobody's
/// answers. Those lie on the phone until they are sent to <c>POST /api/laporan</c>.
/// </summary>
[SameForEverybody]
internal sealed class PhoneWizardModel(ICatalogue catalogue, Villages villages, PhoneWords words, IFileVersionProvider versions) : PageModel
{
    public const string Path = "/lapor/di-hp";

    public IReadOnlyList<Choice> Problems => Answers.Problems(catalogue);

    public IReadOnlyList<Choice> Villages => villages.Choices;

    public IReadOnlyList<EmergencyNumber> Numbers => catalogue.EmergencyNumbers;

    /// <summary>Asked for when the story is asked, by phones that can record.</summary>
    public string VoiceScript => versions.AddFileVersionToPath("", "/_content/Layar.Ui/js/voice-note.js");

    public string Words => words.Json();

    /// <param name="place">what stands after #</param>
    public static string Address(string? place = null) => Address(Path, place);

    /// <summary>In the language of the page.</summary>
    public static string Address(string path, string? place) =>
        path + (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "?bahasa=en" : "") + (place is null ? "" : "#" + place);

    public void OnGet()
    {
        ViewData["Title"] = "intake.wizard.head";
        ViewData["Back"] = "/";
        (ViewData["Step"], ViewData["Steps"]) = (1, 9);
        ViewData["QuickExit"] = "waits";
        ViewData["OnPhone"] = true;
    }
}
