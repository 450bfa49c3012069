using System.Globalization;
using Layar.Kernel.Outcomes;
using Layar.Survey.Index;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Survey.Answering;

/// <summary>The survey of one case, without an account: the token is the key. All nine elements or none.</summary>
internal sealed class AnswerSurveyModel(AnswerSurveyHandler handler) : PageModel
{
    private const int LongestComment = 1000;

    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    [BindProperty] public Dictionary<string, string?> Marks { get; set; } = [];

    [BindProperty] public string? Comment { get; set; }

    [BindProperty] public string? Sex { get; set; }

    [BindProperty] public string? AgeGroup { get; set; }

    [BindProperty] public string? Education { get; set; }

    [BindProperty] public string? Job { get; set; }

    public SurveyDoor Door { get; private set; }

    public IReadOnlyList<string> Elements => SurveyScheme.Standard.Elements;

    public bool ProfileOpen => (Sex ?? AgeGroup ?? Education ?? Job) is not null;

    public IReadOnlyList<Choice> Faces { get; } =
    [
        new("1", "survey.mark.1", Icon: "mood-cry"), new("2", "survey.mark.2", Icon: "mood-sad"),
        new("3", "survey.mark.3", Icon: "mood-smile"), new("4", "survey.mark.4", Icon: "mood-happy"),
    ];

    public IEnumerable<Choice> SexChoices => Choices("sex", SurveyProfile.Sexes);

    public IEnumerable<Choice> AgeChoices => Choices("age", SurveyProfile.Ages);

    public IEnumerable<Choice> EducationChoices => Choices("education", SurveyProfile.Educations);

    public IEnumerable<Choice> JobChoices => Choices("job", SurveyProfile.Jobs);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => Show(await handler.Door(Token, stop));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var door = await handler.Door(Token, stop);
        if (door != SurveyDoor.Open) return Show(door);
        Check();
        if (!ModelState.IsValid) return Show(door);
        var outcome = await handler.Handle(Token, Answer(), stop);
        return outcome.Match(() => RedirectToPage("/Answering/ThankYou"), Refused);
    }

    private void Check()
    {
        foreach (var key in Elements)
            if (Mark(key) is null) ModelState.AddModelError($"Marks[{key}]", $"survey.missing.{key}");
        if (Comment?.Length > LongestComment) ModelState.AddModelError(nameof(Comment), "survey.comment.long");
    }

    private static IEnumerable<Choice> Choices(string kind, IReadOnlyList<string> values) => values.Select(v => new Choice(v, $"survey.{kind}.{v}"));

    private AnswerSurvey Answer() => new(
        Elements.ToDictionary(k => k, k => Mark(k)!.Value), string.IsNullOrWhiteSpace(Comment) ? null : Comment.Trim(),
        OneOf(SurveyProfile.Sexes, Sex), OneOf(SurveyProfile.Ages, AgeGroup), OneOf(SurveyProfile.Educations, Education), OneOf(SurveyProfile.Jobs, Job));

    private int? Mark(string key) => Marks.GetValueOrDefault(key) is ['1' or '2' or '3' or '4'] mark ? int.Parse(mark, CultureInfo.InvariantCulture) : null;

    private static string? OneOf(IReadOnlyList<string> known, string? value) => value is not null && known.Contains(value) ? value : null;

    private IActionResult Refused(Refusal refusal) => Show(refusal.Code == AnswerSurveyHandler.Closed ? SurveyDoor.Closed : SurveyDoor.Used);

    private PageResult Show(SurveyDoor door)
    {
        Door = door;
        if (door == SurveyDoor.Closed) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
