using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Completeness.RequestCompletion;

/// <summary>A free question as it was typed.</summary>
internal sealed class QuestionInput
{
    public QuestionKind Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>One answer a line.</summary>
    public string? Options { get; set; }
}

/// <summary>Operator and supervisor ask for what is missing while the promise stands still; whoever decides may ask for a fact on the side.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.DivisionHead)]
internal sealed class RequestModel(
    CaseAtHand hand, Checklists checklists, RequestCompletion request, AskFacts askFacts, IPersons persons, ICatalogue catalogue, IProgrammes programmes, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    private const int FreeQuestions = 3;

    /// <summary>Between the codes of documents that stand in for each other.</summary>
    private const char Apart = '+';

    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    [BindProperty] public int CaseVersion { get; set; }

    /// <summary>Papers to ask a photo of; of documents that stand in for each other any one will do.</summary>
    [BindProperty] public List<string> Documents { get; set; } = [];

    [BindProperty] public List<QuestionInput> Questions { get; set; } = [];

    public CaseFile Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Missing { get; private set; } = [];

    public bool MayAsk => CaseWorkflow.Find(Case.Step, CaseActKind.RequestCompletion) is { } row && staff.Required.HasAny(row.Roles);

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetNames<QuestionKind>().Select(k => new Choice(k, $"completeness.kind.{k}"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Documents = [.. Missing.Select(m => m.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return await Load(stop) ? Page() : NotFound();
        var done = await request.Handle(Number, CaseVersion, [.. ForDocuments(), .. Free()], staff.Required, stop);
        if (done.Refusal is { } why) return await Refused(why, stop);
        TempData["Notice"] = "completeness.request.sent";
        return LocalRedirect($"/petugas/kasus/{Number}/pertanyaan");
    }

    /// <summary>"Tanyakan ini" of the programme panel: one press asks the reporter for facts, several with commas between them.</summary>
    public async Task<IActionResult> OnPostFaktaAsync(string? facts, CancellationToken stop)
    {
        var wanted = (facts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(programmes.Facts.Find).ToList();
        if (wanted.Count == 0 || wanted.Any(f => f is null)) return await Refused(new Refusal("suggestions.ask.unknown"), stop);
        var done = await askFacts.Handle(Number, CaseVersion, [.. wanted.OfType<FactDefinition>()], staff.Required, stop);
        if (done.Refusal is { } why) return await Refused(why, stop);
        TempData["Notice"] = "suggestions.ask.sent";
        return LocalRedirect($"/petugas/kasus/{Number}");
    }

    private IEnumerable<NewQuestion> ForDocuments() => Documents.Distinct().Select(codes => codes.Split(Apart)).Where(codes => codes.All(catalogue.Documents.ContainsKey))
        .Select(codes => new NewQuestion("Documents", QuestionKind.Photo,
            texts.Official("completeness.request.photo-of", string.Join($" {PaperLine.Or.Id} ", codes.Select(c => Thing(catalogue.Documents[c].Name.Id)))), [], codes[0]));

    /// <summary>"Foto rumah" is asked for as "rumah": the sentence says foto itself.</summary>
    private static string Thing(string name) => name.StartsWith("Foto ", StringComparison.Ordinal) ? name[5..] : name;

    private IEnumerable<NewQuestion> Free() => Questions.Select((q, i) => (q, i)).Where(x => !string.IsNullOrWhiteSpace(x.q.Text))
        .Select(x => new NewQuestion($"Questions[{x.i}]", x.q.Kind, x.q.Text!.Trim(),
            (x.q.Options ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private async Task<IActionResult> Refused(Refusal why, CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        ModelState.Tell(texts, why);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, "request-completion", stop) is not { } file) return false;
        Case = file;
        var person = file.PersonId is { } id ? (await persons.Find(id, stop))?.Facts : null;
        Missing = [.. (await checklists.Of(file, person, stop)).Blocking.Select(p => new Choice(string.Join(Apart, p.Choices.Select(c => c.Code)), p.Name))];
        while (Questions.Count < FreeQuestions) Questions.Add(new QuestionInput());
        return true;
    }
}
