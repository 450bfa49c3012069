using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Catalogue.SelfCheck;

/// <summary>What the answers tell: likely programmes with reasons, what is still open, and what does not fit. A person decides later.</summary>
internal sealed class ResultModel(SelfCheckBook book, IProgrammes programmes, ICatalogue catalogue, TimeProvider time) : PageModel
{
    /// <summary>With more gaps than this a programme is only named.</summary>
    private const int FewGaps = 2;
    private const int Asked = 3;

    public string Answers { get; private set; } = "";
    public IReadOnlyList<ProgrammeCard> Likely { get; private set; } = [];
    public IReadOnlyList<ProgrammeCard> Open { get; private set; } = [];
    public IReadOnlyList<ProgrammeCard> Unjudged { get; private set; } = [];
    public IReadOnlyList<ProgrammeCard> Unlikely { get; private set; } = [];

    /// <summary>Questions of the form that were left out and would decide something that is open.</summary>
    public IReadOnlyList<string> Worth { get; private set; } = [];

    /// <summary>What decides most of what is open and is not asked here, or was not known.</summary>
    public IReadOnlyList<string> Later { get; private set; } = [];

    public IActionResult OnGet()
    {
        var answers = new CheckAnswers(book.Questions, Request.Query);
        Answers = answers.Query;
        if (answers.Faults.Count > 0) return Redirect($"/cek-bantuan?kurang=1&{RawAnswers()}".TrimEnd('&'));
        Response.Headers.CacheControl = "no-store";
        var day = Wita.Day(time.GetUtcNow().UtcDateTime);
        var words = new ReasonWords(CultureInfo.CurrentUICulture, programmes.Moment(day));
        var proofs = programmes.Ask(answers.Sheet(programmes.Facts), day, ProgrammeKind.Aid);
        var cards = proofs.Select(p => ProgrammeCard.Of(p, words, catalogue)).ToLookup(c => c.Truth);
        Likely = [.. cards[Truth.Yes]];
        Open = [.. cards[Truth.Unknown].Where(c => c.Questions.Count <= FewGaps).OrderBy(c => c.Questions.Count)];
        Unjudged = [.. cards[Truth.Unknown].Where(c => c.Questions.Count > FewGaps)];
        Unlikely = [.. cards[Truth.No]];
        Ask([.. Ranking.Missing(proofs.Select(p => p.Proof), programmes.Facts).Select(m => m.Fact)], answers);
        return Page();
    }

    private void Ask(IReadOnlyList<FactDefinition> missing, CheckAnswers answers)
    {
        var left = missing.SelectMany(f => book.Questions.Where(q => q.Tells(f.Code) && answers.Of(q).Count == 0)).Distinct().ToList();
        Worth = [.. left.Take(Asked).Select(q => book.Words(q.Text))];
        Later = [.. missing.Where(f => left.All(q => !q.Tells(f.Code))).Take(Asked).Select(f => f.Question.In(CultureInfo.CurrentUICulture))];
    }

    /// <summary>Wrong answers go back to the questions as they were typed, as far as the questions know them.</summary>
    private string RawAnswers() => string.Join('&', book.Questions.SelectMany(q => Request.Query[q.Code].Take(20).Where(v => v is { Length: > 0 and <= 20 }).Select(v => $"{q.Code}={Uri.EscapeDataString(v!)}")));
}
