using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;
using Microsoft.AspNetCore.Mvc;
using Condition = Layar.Eligibility.Language.Condition;

namespace Layar.Catalogue.ProgrammeFiles;

/// <summary>All that is laid down about one programme.</summary>
internal sealed class ProgrammeFileModel(IProgrammes programmes, ICatalogue catalogue, TimeProvider time) : ProgrammeDesk(catalogue, time)
{
    private ReasonWords words = null!;

    [BindProperty(SupportsGet = true, Name = "kode")] public string Code { get; set; } = "";

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<ProgrammeFigure> Figures { get; private set; } = [];

    /// <summary>Nobody gets these beside it, whichever of the two says so.</summary>
    public IReadOnlyList<Programme> Excluded { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (programmes.Find(Code, Today) is not { } programme) return NotFound();
        Programme = programme;
        words = Words(programmes, Today);
        Figures = programmes.Figures(programme);
        Excluded = [.. programmes.On(Today).Where(p => programme.ExclusiveWith.Contains(p.Code) || p.ExclusiveWith.Contains(programme.Code))];
        return Page();
    }

    /// <summary>The requirements one by one when all of them must hold; otherwise the whole rule as one sentence.</summary>
    public IEnumerable<string> Requirements => Programme.Rule.Condition is Condition.Group { All: true } group ? group.Parts.Select(Sentence) : [Sentence(Programme.Rule.Condition)];

    public string Sentence(Condition condition) => Capital(words.Requirement(condition));

    public static string Name(ProgrammeFigure figure) => Capital(figure.Name.ToString());

    public IReadOnlyList<PaperLine> Papers => PaperLine.Of(Programme.Requirements, Catalogue.Documents);

    public string Service => Catalogue.Service(Programme.Service, Today)!.Name.ToString();

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public bool Current(ProgrammeFigure figure) => figure.Validity.Covers(Today);
}
