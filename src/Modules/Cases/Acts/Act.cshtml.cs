using Layar.Cases.Acts.Grants;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Cases.Acts;

/// <summary>The page of every act that needs a reason, a code, a choice or a day; its address says which.</summary>
internal sealed class ActModel(CaseViewing viewing, ActHandler handler, CaseProcess process, ActChoices choices, GrantWarnings warnings, ICatalogue catalogue, ICurrentStaff staff, CaseWords words)
    : CaseDeskPage(staff, words)
{
    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "tindakan")] public string Slug { get; set; } = "";

    [BindProperty] public ActInput Input { get; set; } = new();

    public ActRoute Route { get; private set; } = null!;

    public CaseFile Case { get; private set; } = null!;

    protected override CaseFile? Shown => Case;

    public ActForm Form => ActForm.Of(Route.Act);

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IEnumerable<Choice> Reasons => choices.Reasons(Form);

    /// <summary>Null when the act can be done now.</summary>
    public Refusal? Blocked { get; private set; }

    /// <summary>What speaks against the programme that was chosen.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>What the reporter will read, when asked for.</summary>
    public Reason? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ?? Ready();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "lihat")] string? look, CancellationToken stop)
    {
        if (await Load(stop) is { } no) return no;
        if (look is not null) return Look();
        if (!ModelState.IsValid) return await Unread(stop);
        var outcome = await handler.Do(Case.Id, Route.Act, Input, Member, stop);
        if (outcome.Refusal is not { } why)
        {
            TempData["Notice"] = Words.Text("cases.done.notice", Number, Words.Did(Route.Act.ToString()).ToLowerInvariant());
            return LocalRedirect(await viewing.Find(Number, Member, stop) is null ? "/petugas/antrean" : $"/petugas/kasus/{Number}");
        }
        if (await Load(stop) is { } gone) return gone;
        Show(why);
        if (why.Code == "cases.refused.grant") await Warn(stop);
        return Ready(keepVersion: why.Field is not null);
    }

    /// <summary>A day that cannot be read hides none of the other faults.</summary>
    private async Task<IActionResult> Unread(CancellationToken stop)
    {
        if (await handler.Fault(Case, Route.Act, Input, stop) is { } why) Show(why);
        return Ready(keepVersion: true);
    }

    private async Task Warn(CancellationToken stop)
    {
        Warnings = await warnings.Of(Case, Input.Choice!, Member, stop);
        ModelState.Remove("Input.Warned");
        Input.Warned = Input.Choice;
    }

    private IActionResult Look()
    {
        ModelState.Clear();
        Preview = Input.Code is null ? null : catalogue.Reason(Input.Code);
        if (Preview is null) Show(new Refusal("cases.refused.code", "Input.Code"));
        return Ready(keepVersion: true);
    }

    /// <summary>A form that was refused because the case changed goes on from the case as it is now.</summary>
    private IActionResult Ready(bool keepVersion = false)
    {
        if (!keepVersion)
        {
            ModelState.Remove("Input.Version");
            Input.Version = Case.Version;
        }
        if (Blocked is not null) Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (ActRoutes.Form(Slug) is not { } route || await viewing.Find(Number, Member, stop) is not { } file) return NotFound();
        (Route, Case) = (route, file);
        if (!Member.HasAny(CaseWorkflow.RolesOf(route.Act))) return Forbid();
        Blocked = await process.Refusal(file, route.Act, Member, null, stop);
        if (Blocked is null && Form.Choice) Choices = await choices.For(route.Act, file, stop);
        return null;
    }

    public string WordsLabel => Form.Act is CaseActKind.RecordAgencyAnswer or CaseActKind.RecordResponse ? $"cases.form.{Form.Act}.words"
        : Form.ForReporter ? "cases.form.words.citizen"
        : Form.Codes is null ? "cases.form.reason" : "cases.form.words";

    public bool WordsOptional => Form.Codes is not null ? Form.CodeNeeded && choices.AnyWithoutNote(Form) : CaseWorkflow.Rows.All(r => r.Act != Form.Act || !r.Reason);
}
