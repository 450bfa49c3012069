using System.Globalization;
using Layar.Areas.Contracts;
using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class WhereModel(WizardTools tools, Villages villages, IServiceProvider services) : StepPage(tools)
{
    // Written by the phone with a decimal point, whatever the language of the page.
    [BindProperty] public string? Lat { get; set; }

    [BindProperty] public string? Lon { get; set; }

    [BindProperty] public string? Accuracy { get; set; }

    [BindProperty] public string? Area { get; set; }

    [BindProperty] public string? Landmark { get; set; }

    public IReadOnlyList<Choice> Villages { get; } = villages.Choices;

    protected override Ask Asks => Ask.Where;

    public void OnGet()
    {
        (Lat, Lon, Accuracy) = (Text(Draft.Lat), Text(Draft.Lon), Text(Draft.Accuracy));
        (Area, Landmark) = (Draft.Area, Draft.Landmark);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Pressed("lupakan"))
        {
            await Drafts.Save(HttpContext, Draft with { Lat = null, Lon = null, Accuracy = null, Area = Area, Landmark = Landmark }, HttpContext.RequestAborted);
            return Redirect(PathOf(Ask.Where) + (Changing ? "?ubah=true" : ""));
        }
        var answered = Draft with { Lat = Number(Lat), Lon = Number(Lon), Accuracy = Number(Accuracy), Area = Area, Landmark = Landmark };
        var faults = new List<Refusal>();
        PlaceRules.Check(answered.ToInput(""), (IAreas?)services.GetService(typeof(IAreas)), (field, code, args) => faults.Add(new Refusal("intake.error." + code, Field(field), args)));
        return await Answer(answered, faults);
    }

    private string Field(string field) => field switch { "landmark" => nameof(Landmark), "areaCode" when Villages.Count > 0 => nameof(Area), _ => nameof(Landmark) };

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static string? Text(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
