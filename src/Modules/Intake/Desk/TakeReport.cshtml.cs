using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Reporting;
using Layar.Intake.Submission;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Desk;

/// <summary>"Catat laporan telepon": an officer writes down what somebody tells.</summary>
[StaffPage(Roles.Operator, Roles.CallCentre, Roles.FrontOffice, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class TakeReportModel(SubmitReport submit, ICatalogue catalogue, Villages villages, ICurrentStaff staff, TextCatalogue texts, TimeProvider time) : PageModel
{
    public static readonly string[] Takers = [Roles.CallCentre, Roles.Operator, Roles.FrontOffice, Roles.VillageDesk, Roles.DistrictWorker];

    [BindProperty] public TakenReport Input { get; set; } = new();

    public IReadOnlyList<Choice> Channels { get; } = [.. Submission.Channels.ByOfficer.Select(c => new Choice(c, "intake.channel." + c))];

    public IReadOnlyList<Choice> ForWhom { get; } = [.. ReportRules.ForWhom.Select(w => new Choice(w, "intake.desk.whom." + w))];

    public IReadOnlyList<Choice> Problems => [.. catalogue.Problems.Select(p => new Choice(p.Code, $"{p.Text}"))];

    public IReadOnlyList<Choice> Services => [.. catalogue.Services(Wita.Day(time.GetUtcNow().UtcDateTime))
        .Select(s => new Choice(s.Code, $"{s.Name}", Group: catalogue.Tiles.FirstOrDefault(t => t.Code == s.Tile)?.Name.ToString()))];

    public IReadOnlyList<Choice> Villages { get; } = villages.Choices;

    public IReadOnlyList<Choice> Ages { get; } = [.. ReportRules.AgeGroups.Select(a => new Choice(a, "intake.age." + a))];

    public IReadOnlyList<Choice> Sexes { get; } = [.. ReportRules.Sexes.Select(s => new Choice(s, "intake.sex." + s))];

    public IReadOnlyList<Choice> ContactChannels { get; } = [new("phone", "intake.contact.phone.short"), new("whatsapp", "WhatsApp"), new("none", "intake.contact.none")];

    public IReadOnlyList<Choice> Levels { get; } = [.. ((string[])["open", "anonymous", "secret"]).Select(s => new Choice(s, "intake.secrecy." + s))];

    public void OnGet()
    {
        var member = staff.Required;
        Input.ReportId = Guid.CreateVersion7().ToString();
        Input.Channel = member.Has(Roles.CallCentre) ? Submission.Channels.Phone : member.HasAny([Roles.VillageDesk, Roles.DistrictWorker]) ? Submission.Channels.Village : Submission.Channels.WalkIn;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Submission.Channels.ByOfficer.Contains(Input.Channel)) ModelState.AddModelError("Input.Channel", texts["intake.error.taken-channel"]);
        if (!ModelState.IsValid) return Page();
        var answer = await submit.Handle(new IncomingReport(Input.ToInput(), Input.Channel!, staff.Required.As(Takers), []), CancellationToken.None);
        if (answer is Submitted.Accepted or Submitted.Again) return Redirect($"/petugas/lapor/bukti/{Input.ReportId}");
        if (answer is Submitted.Refused refused)
            foreach (var fault in refused.Faults) ModelState.AddModelError(TakenReport.FieldOf(fault.Field), texts[fault.Code, [.. fault.Args]]);
        else ModelState.AddModelError("", texts["intake.desk.twice"]);
        return Page();
    }
}
