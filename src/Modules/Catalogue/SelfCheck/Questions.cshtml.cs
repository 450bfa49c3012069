using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Catalogue.SelfCheck;

/// <summary>All questions on one short page, because on a slow line each further page costs more than it eases.</summary>
internal sealed class QuestionsModel(SelfCheckBook book, TextCatalogue texts) : PageModel
{
    public IReadOnlyList<CheckQuestion> Questions => book.Questions;

    public CheckAnswers Answers { get; private set; } = null!;

    public void OnGet()
    {
        Answers = new CheckAnswers(book.Questions, Request.Query);
        if (!Request.Query.ContainsKey("kurang")) return;
        foreach (var (question, fault) in Answers.Faults) ModelState.AddModelError(question, texts[fault]);
    }

    public string Words(Contracts.LocalText text) => book.Words(text);

    public IEnumerable<Choice> Choices(CheckQuestion question) => question.Options.Select(o => new Choice(o.Code, o.Text.ToString()));
}
