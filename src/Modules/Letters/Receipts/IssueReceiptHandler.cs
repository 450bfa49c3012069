using System.Globalization;
using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Letters.Books;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Layar.Letters.Templates;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Receipts;

/// <summary>Gives the reporter a numbered receipt of the report at the counter; it needs nobody's agreement.</summary>
internal sealed class IssueReceiptHandler(
    AppDb db, Change change, ActRecorder acts, SignLetterHandler sign, IssueLetterHandler issue, LetterVault vault, LetterMatters matters, NumberBooks books,
    ICatalogue catalogue, Installation installation, IEnumerable<IAreas> areas, TimeProvider clock)
{
    public static readonly string[] Givers = [Roles.FrontOffice, Roles.Operator, Roles.CallCentre, Roles.VillageDesk];

    /// <param name="id">made with the page, so that pressing twice makes one receipt</param>
    /// <param name="attachments">papers that were handed in, one a line</param>
    public async Task<Outcome> Handle(LetterId id, CaseSummary summary, string? attachments, StaffMember member, CancellationToken stop)
    {
        if (attachments is { Length: > LetterDraft.Longest }) return new Refusal("letters.draft.long", "Attachments", LetterDraft.Longest);
        if (!await db.Set<Letter>().AnyAsync(l => l.Id == id, stop))
        {
            var matter = await matters.Of(summary, LetterKind.Receipt, stop);
            var outcome = await change.Run(() => Write(id, matter, attachments, member, stop), stop);
            if (!outcome.IsDone) return outcome;
        }
        return await issue.Handle(id, member, Givers, stop);
    }

    private async Task<Outcome> Write(LetterId id, LetterMatter matter, string? attachments, StaffMember member, CancellationToken stop)
    {
        var book = books.For(LetterKind.Receipt);
        var document = Document(matter, attachments, member);
        var letter = new Letter
        {
            Id = id, CaseId = matter.Case.Id, CaseNumber = matter.Case.Number, Kind = LetterKind.Receipt, TemplateVersion = document.TemplateVersion, Title = matter.Case.Title,
            State = LetterState.Draft, Way = SignatureWay.OfficeKey, Concludes = false, SealedDocument = vault.Seal(document, id), Book = book.Code,
            Classification = book.Classification ?? books.DefaultClassification, Division = matter.Case.Division, Secret = matter.Case.Secret,
            Initials = PersonRows.Initials(matter.Person?.Name), CreatedAt = clock.GetUtcNow().UtcDateTime, DraftedBy = member.Id.Value, DraftedByName = member.Name, Version = 1,
        };
        db.Add(letter);
        await sign.Number(letter, document, new Signer(document.Signatory, "", document.Signatory.Position, member.Name), stop);
        await acts.Record(id.Value, "LetterSigned", member.As(Givers), stop, after: new { kind = nameof(LetterKind.Receipt), number = letter.NumberText }, touched: [matter.Case.Id.Value]);
        return Outcome.Success;
    }

    private LetterDocument Document(LetterMatter matter, string? attachments, StaffMember member)
    {
        var (instance, summary) = (catalogue.Instance, matter.Case);
        var fields = new Dictionary<string, string>
        {
            ["report-number"] = summary.Number, ["received-at"] = Wita.Full(summary.ReceivedAt, TextCatalogue.Indonesian), ["channel"] = Channel(summary.Channel),
            ["officer"] = member.Name, ["tracking-address"] = $"{new Uri(installation.PublicAddress).Authority}/lacak", ["contact"] = $"WhatsApp {instance.WhatsApp}",
        };
        if (summary is { Open: true, NextDueAt: { } due, Step: CaseStep.Completeness }) fields["answer-due"] = Wita.Day(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var lines = LetterDraft.Lines(attachments);
        return new LetterDocument
        {
            Kind = LetterKind.Receipt,
            Letterhead = new(instance.Letterhead, $"{instance.Address}\nTelepon {instance.WhatsApp}, laman {instance.Website}, surel {instance.Email}"),
            City = instance.City, Date = matters.Today,
            Subject = [new("Perihal", summary.Title), .. areas.FirstOrDefault()?.Describe(summary.Area) is { } place ? [new LetterRow("Lokasi", place)] : Array.Empty<LetterRow>()],
            Fields = fields,
            Lists = lines.Count == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new() { ["attachments"] = lines },
            Signatory = new() { Position = "Petugas penerima", Name = member.Name },
        };
    }

    private string Channel(string code) => catalogue.Instance.Channels.FirstOrDefault(c => c.Code == code)?.Name.Id ?? code;
}
