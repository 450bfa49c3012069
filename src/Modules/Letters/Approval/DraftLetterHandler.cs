using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Books;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Approval;

/// <param name="Id">made with the form, so that sending it twice makes one letter</param>
internal sealed record DraftLetter(LetterId Id, CaseSummary Case, LetterKind Kind, LetterDraft Draft)
{
    /// <summary>The release whose words the letter repeats.</summary>
    public RegistryImportId? Release { get; init; }
}

/// <summary>Keeps a new letter as a draft. It has no number until it is signed.</summary>
internal sealed class DraftLetterHandler(AppDb db, Change change, ActRecorder acts, LetterComposer composer, LetterMatters matters, LetterVault vault, NumberBooks books, TimeProvider clock)
{
    public static readonly string[] Drafters = [Roles.Operator, Roles.Manager, Roles.SectionHead, Roles.DivisionHead];

    public async Task<Outcome> Handle(DraftLetter command, StaffMember member, CancellationToken stop)
    {
        var matter = await matters.Of(command.Case, command.Kind, stop);
        if (!composer.Compose(command.Kind, matter, command.Draft, matters.Today).TryGet(out var document, out var refusal)) return refusal;
        if (await db.Set<Letter>().AnyAsync(l => l.Id == command.Id, stop)) return Outcome.Success;
        if (!MayDraft(command.Kind, command.Case)) return LetterRefusals.CaseStep;
        var book = books.For(command.Kind);
        var now = clock.GetUtcNow().UtcDateTime;
        return await change.Run(async () =>
        {
            db.Add(new Letter
            {
                Id = command.Id, CaseId = command.Case.Id, CaseNumber = command.Case.Number, Kind = command.Kind, TemplateVersion = document.TemplateVersion,
                Title = Title(command, matter), State = LetterState.Draft, Way = command.Draft.Way, SealedDocument = vault.Seal(document, command.Id),
                Concludes = Concludes(command.Kind, matter), Book = book.Code, Classification = book.Classification ?? matter.Service?.Classification ?? books.DefaultClassification,
                Division = command.Case.Division, Secret = command.Case.Secret, Initials = PersonRows.Initials(document.Subject.FirstOrDefault(r => r.Strong)?.Value),
                ValidDays = command.Draft.ValidDays, CreatedAt = now, DraftedBy = member.Id.Value, DraftedByName = member.Name, Version = 1,
                RegistryImportId = command.Release,
            });
            await acts.Record(command.Id.Value, "LetterDrafted", member.As(Drafters), stop, after: new { kind = command.Kind.ToString() }, touched: [command.Case.Id.Value]);
            return Outcome.Success;
        }, stop);
    }

    /// <summary>The letter that the service ends with, or a recommendation in its place.</summary>
    private bool Concludes(LetterKind kind, LetterMatter matter) =>
        matter.Case.Step == CaseStep.LetterIssue && (kind == LetterKind.Recommendation || kind == books.MainKind(matter.Service));

    /// <summary>A refusal letter belongs to a rejected case, all others to an open one or, as a later statement, to a completed one.</summary>
    public static bool MayDraft(LetterKind kind, CaseSummary summary) => kind switch
    {
        LetterKind.Refusal => summary.Step == CaseStep.Rejected,
        LetterKind.Receipt => false,
        LetterKind.Recommendation => summary.Step is CaseStep.LetterIssue,
        LetterKind.Statement => summary.Open || summary.Step == CaseStep.Completed,
        _ => summary.Open,
    };

    private static string Title(DraftLetter command, LetterMatter matter) => command.Kind switch
    {
        LetterKind.Recommendation when LetterDraft.Lines(command.Draft.Programmes) is [var first, ..] => first.Length > 120 ? first[..120] : first,
        _ => matter.Service?.Name.Id ?? command.Case.Title,
    };
}
