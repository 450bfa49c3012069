using Layar.Catalogue.Contracts;
using Layar.Intake.Submission;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class CheckAnswersModel(WizardTools tools, SendDraft send, Villages villages, ReportRules rules, TimeProvider time) : StepPage(tools)
{
    private readonly ICatalogue catalogue = tools.Catalogue;

    public sealed record Row(string Id, string Label, string? Value, Ask Ask);

    protected override Ask Asks => Ask.Check;

    public IEnumerable<Row> Rows
    {
        get
        {
            yield return new("Danger", "intake.check.danger", Draft.Danger is null ? null : Texts["intake.danger." + Draft.Danger], Ask.Danger);
            yield return new("Whom", "intake.check.whom", Draft.Whom is null ? null : Texts["intake.whom." + Draft.Whom], Ask.Whom);
            yield return Draft.Service is { } service
                ? new("Problem", "intake.check.service", catalogue.Service(service, Wita.Day(time.GetUtcNow().UtcDateTime))?.Name.ToString(), Ask.What)
                : new("Problem", "intake.check.what", catalogue.Problems.FirstOrDefault(p => p.Code == Draft.Problem)?.Text.ToString(), Ask.What);
            yield return new("Photos", "intake.check.photos", Draft.Photos.Count == 0 ? null : Texts["intake.check.photos.count", Draft.Photos.Count], Ask.Photos);
            if (Draft.Voice is not null) yield return new("Voice", "intake.voice.title", Length(Draft.Voice), Ask.Photos);
            yield return new("Area", "intake.check.where", Where(), Ask.Where);
            yield return new("Story", "intake.check.story", Draft.Story, Ask.Story);
            yield return new("Name", "intake.check.who", Who(), Ask.Who);
            yield return new("Contact", "intake.check.contact", Draft.ContactChannel is null ? null : $"{Texts["intake.contact." + Draft.ContactChannel]} {Draft.Contact}".Trim(), Ask.Contact);
            yield return new("Secrecy", "intake.check.secrecy", Draft.Secrecy is null ? null : Texts["intake.secrecy." + Draft.Secrecy], Ask.Contact);
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Later) return await Answer(Draft);
        // A step that was skipped is missing here, although the API would take the report without it.
        if (Draft.Danger is null) ModelState.AddModelError("Danger", Texts["intake.error.danger"]);
        if (Draft.ContactChannel is null) ModelState.AddModelError("Contact", Texts["intake.error.channel"]);
        var (_, faults) = rules.Check(Draft.ToInput(SendDraft.ConsentVersion));
        foreach (var fault in faults) ModelState.AddModelError(RowOf(fault.Field), Texts[fault.Code, [.. fault.Args]]);
        if (!ModelState.IsValid) return Page();
        var answer = await send.Handle(HttpContext, Draft);
        return answer is Submitted.Refused ? Page() : Redirect("/lapor/terkirim");
    }

    private string Length(DraftVoiceFacts voice) => voice.Seconds is { } seconds ? Texts["intake.voice.seconds", seconds] : Texts["intake.voice.there"];

    private string? Where()
    {
        var point = Draft.Lat is null ? null : Texts["intake.check.point", Draft.Accuracy ?? 0];
        return string.Join("; ", ((string?[])[villages.Describe(Draft.Area), Draft.Landmark, point]).OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private string? Who() => string.Join(", ", ((string?[])[Draft.Name, Known("intake.age.", Draft.AgeGroup), Known("intake.sex.", Draft.Sex)]).OfType<string>()) is { Length: > 0 } text ? text : null;

    private string? Known(string keys, string? code) => code is null or "unknown" ? null : Texts[keys + code].ToLower(System.Globalization.CultureInfo.CurrentCulture);

    private static string RowOf(string? field) => field switch
    {
        "for" => "Whom", "problem" or "service" => "Problem", "photos" => "Photos", "areaCode" or "lat" or "landmark" or "accuracyMetres" => "Area",
        "story" => "Story", "secrecy" => "Secrecy", "contact.value" or "contact.channel" => "Contact", _ => "Name",
    };
}
