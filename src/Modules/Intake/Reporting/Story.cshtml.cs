using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class StoryModel(WizardTools tools) : StepPage(tools)
{
    [BindProperty] public string? Story { get; set; }

    protected override Ask Asks => Ask.Story;

    public void OnGet() => Story = Draft.Story;

    public Task<IActionResult> OnPostAsync()
    {
        var story = PlainText.Of(Story);
        if (story is null && Draft.Photos.Count == 0 && Draft.Voice is null) return Answer(Draft with { Story = null }, new Refusal("intake.error.story", nameof(Story)));
        if (story?.Length > ReportRules.LongestStory) return Answer(Draft with { Story = story }, new Refusal("intake.error.story-long", nameof(Story), story.Length - ReportRules.LongestStory));
        return Answer(Draft with { Story = story });
    }
}
