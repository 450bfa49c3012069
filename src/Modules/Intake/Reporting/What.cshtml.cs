using Layar.Catalogue.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

internal sealed class WhatModel(WizardTools tools, ICatalogue catalogue) : StepPage(tools)
{
    [BindProperty] public string? Problem { get; set; }

    public IReadOnlyList<Choice> Choices => Answers.Problems(catalogue);

    protected override Ask Asks => Ask.What;

    public void OnGet() => Problem = Draft.Problem;

    public Task<IActionResult> OnPostAsync()
    {
        if (catalogue.Problems.FirstOrDefault(p => p.Code == Problem) is not { } chosen) return Answer(Draft, new Refusal("intake.error.problem", nameof(Problem)));
        return Answer(Draft with { Problem = Problem, Service = null, Secrecy = Draft.Secrecy ?? (Answers.KeptSecret(catalogue, chosen) ? "secret" : null) });
    }
}
