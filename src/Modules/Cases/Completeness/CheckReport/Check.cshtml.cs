using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Completeness.CheckReport;

[StaffPage(
    Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.Driver, Roles.CallCentre, Roles.Agency, Roles.Auditor, Roles.DataProtection)]
internal sealed class CheckModel(
    CaseAtHand hand, CheckReading reading, CheckDocuments check, MarkComplete complete, ChooseService.ChooseService choose, IncomingFile incoming,
    ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int CaseVersion { get; set; }

    [BindProperty] public int? PersonVersion { get; set; }

    [BindProperty] public Dictionary<string, DocumentInput> Documents { get; set; } = [];

    [BindProperty] public PersonInput Person { get; set; } = new();

    [BindProperty] public List<Circumstances> Circumstances { get; set; } = [];

    [BindProperty] public string? Service { get; set; }

    public CheckView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Person = PersonInput.From(View.Person?.Facts);
        Documents = View.Checklist.Lines.ToDictionary(l => l.Code, Shown);
        return Page();
    }

    /// <param name="act">save, all, complete or next</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Do")] string? act, CancellationToken stop)
    {
        // The binder makes entries without a value out of unrelated fields.
        Documents = Documents.Where(d => d.Value is not null).ToDictionary();
        var files = await Files(stop);
        if (!ModelState.IsValid) return await Again(stop);
        if (act == "all") await TickAll(stop);
        var known = Circumstances.Aggregate(Catalogue.Contracts.Circumstances.None, (all, one) => all | one);
        var kept = await check.Handle(new(Number, CaseVersion, PersonVersion, Documents, files, Person, known), staff.Required, stop);
        if (!kept.TryGet(out var version, out var refusal)) return await Refused(refusal, stop);
        if (act is not ("complete" or "next")) return Told("completeness.kept", Here);
        var done = await complete.Handle(Number, version, staff.Required, stop);
        if (done.Refusal is { } why) return await Blocked(why, stop);
        var next = act == "next" ? await complete.Next(staff.Required, stop) : null;
        return Told(act == "next" && next is null ? "completeness.desk-clear" : "completeness.complete",
            next is not null ? $"/petugas/kasus/{next}/periksa" : act == "next" ? "/petugas/antrean" : $"/petugas/kasus/{Number}");
    }

    public async Task<IActionResult> OnPostServiceAsync(CancellationToken stop)
    {
        var done = await choose.Handle(Number, Service, CaseVersion, staff.Required, stop);
        return done.Refusal is { } why ? await Refused(why, stop) : Told("completeness.service.chosen", Here);
    }

    private string Here => $"/petugas/kasus/{Number}/periksa";

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, "completeness", stop) is not { } file) return false;
        View = await reading.Of(file, staff.Required, stop);
        return true;
    }

    private async Task<Dictionary<string, StoredFile>> Files(CancellationToken stop)
    {
        var files = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        if (!Request.HasFormContentType) return files;
        foreach (var code in Documents.Keys)
        {
            var name = $"Documents[{code}].File";
            if (Request.Form.Files.GetFile(name) is not { FileName.Length: > 0 } file) continue;
            if ((await incoming.Take(file, photoOnly: false, stop)).TryGet(out var stored, out var why)) files[code] = stored;
            else ModelState.Tell(texts, why, name);
        }
        return files;
    }

    /// <summary>Everything that still blocks and has no stated reason counts as seen; of papers that stand in for each other the first.</summary>
    private async Task TickAll(CancellationToken stop)
    {
        if (!await Load(stop)) return;
        foreach (var codes in View.Checklist.Blocking.Select(p => p.Choices.Select(c => c.Code).ToList()))
        {
            string? Typed(string code) => Documents.GetValueOrDefault(code)?.State;
            if (codes.Any(c => Typed(c) == "ada") || codes.FirstOrDefault(c => Typed(c) != "tidak") is not { } seen) continue;
            (Documents.TryGetValue(seen, out var input) ? input : Documents[seen] = new()).State = "ada";
        }
    }

    private async Task<IActionResult> Again(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    private async Task<IActionResult> Refused(Refusal why, CancellationToken stop)
    {
        if (why.Code == CaseAtHand.NotFound.Code || !await Load(stop)) return NotFound();
        ModelState.Tell(texts, View.MayCheck || why.Code != CaseProcess.Changed ? why : new("completeness.moved-on", null, [.. why.Args, Lost()]));
        return Page();
    }

    /// <summary>Somebody else finished this step; the form is gone, so what was chosen in it is said once more.</summary>
    private string Lost() => string.Join("; ", View.Checklist.Lines.Select(l => (l.Item.Document.Name, State: Documents.GetValueOrDefault(l.Code)?.State))
        .Where(l => l.State is not null).Select(l => $"{l.Name}: {texts[$"completeness.state.{(l.State == "ada" ? "present" : l.State == "tidak" ? "waived" : "missing")}"].ToLowerInvariant()}").DefaultIfEmpty("–"));

    /// <summary>What was typed is kept already; only the step was refused.</summary>
    private async Task<IActionResult> Blocked(Refusal why, CancellationToken stop)
    {
        ModelState.Clear();
        ModelState.Tell(texts, why);
        return await Again(stop);
    }

    private IActionResult Told(string notice, string to)
    {
        TempData["Notice"] = notice;
        return LocalRedirect(to);
    }

    private static DocumentInput Shown(ChecklistLine line) => new()
    {
        State = line.Found?.State switch { DocumentState.Present => "ada", DocumentState.Waived => "tidak", _ => "belum" },
        Reason = line.Reason, Issued = line.Found?.Issued,
    };
}
