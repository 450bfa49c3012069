using System.Globalization;
using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Letters.Templates;
using Layar.People.Contracts;

namespace Layar.Letters.Composing;

/// <summary>Everything a letter is made from besides what the drafter writes.</summary>
internal sealed record LetterMatter(CaseSummary Case, PersonFacts? Person, Service? Service, string SignerRole)
{
    /// <summary>What the head of division has granted.</summary>
    public LocalText? Programme { get; init; }
}

/// <summary>Writes the document of a letter from its case, the person, the officials in force and the drafter's words.</summary>
internal sealed class LetterComposer(ICatalogue catalogue, Signers signers, IEnumerable<IAreas> areas)
{
    private IAreas? Areas => areas.FirstOrDefault();

    public Outcome<LetterDocument> Compose(LetterKind kind, LetterMatter matter, LetterDraft draft, DateOnly day)
    {
        if (draft.Way == SignatureWay.CertifiedTte) return new Refusal(Sealing.CertifiedTte.Off, nameof(LetterDraft.Way));
        if (DraftChecks.Missing(kind, draft, matter) is { } missing) return missing;
        if (signers.For(matter.SignerRole, matter.Case.Division, day) is not { } signer) return new Refusal("letters.refused.vacant");
        var instance = catalogue.Instance;
        return new LetterDocument
        {
            Kind = kind,
            TemplateVersion = LetterTemplate.Newest(kind),
            Letterhead = new(instance.Letterhead, $"{instance.Address}\nTelepon {instance.WhatsApp}, laman {instance.Website}, surel {instance.Email}"),
            City = instance.City,
            Date = day,
            Subject = [.. Subject(kind, matter, draft)],
            Fields = Kept(Fields(kind, matter, draft, signer)),
            Lists = Kept(Lists(kind, draft)),
            Assignees = kind == LetterKind.Assignment ? [.. LetterDraft.Lines(draft.Assignees).Select(DraftChecks.Assignee)] : [],
            Signatory = signer.Block,
            Signing = draft.Way == SignatureWay.Paper ? LetterSigning.Paper : LetterSigning.Electronic,
            Copies = LetterDraft.Lines(draft.Copies),
        };
    }

    /// <summary>The official who holds the position on the day of the signature may be another than on the day of the draft.</summary>
    public Outcome<(LetterDocument Letter, Signer Signer)> SignedOn(LetterDocument letter, string role, string? division, DateOnly day)
    {
        if (signers.For(role, division, day) is not { } signer) return new Refusal("letters.refused.vacant");
        var fields = letter.Fields.ToDictionary(f => f.Key, f => f.Value);
        if (fields.ContainsKey("authority")) fields["authority"] = signer.Authority;
        return (letter with { Date = day, Signatory = signer.Block, Fields = fields }, signer);
    }

    private IEnumerable<LetterRow> Subject(LetterKind kind, LetterMatter matter, LetterDraft draft)
    {
        if (kind == LetterKind.Assignment) return [];
        var rows = PersonRows.Of(matter.Person, matter.Person?.Name is null ? draft.Name : null, Areas);
        return rows.Concat(LetterDraft.Lines(draft.MoreRows).Select(DraftChecks.Row));
    }

    private static Dictionary<string, string?> Fields(LetterKind kind, LetterMatter matter, LetterDraft draft, Signer signer) => kind switch
    {
        LetterKind.Recommendation => new()
        {
            ["addressee"] = draft.Addressee, ["nature"] = Nature(draft), ["enclosures"] = Enclosures(draft), ["authority"] = signer.Authority, ["report-number"] = matter.Case.Number, ["visit-date"] = VisitDay(matter.Case),
            ["assessor"] = VisitDay(matter.Case) is null ? null : matter.Case.VisitorName, ["statement"] = draft.Statement, ["unit"] = draft.Unit,
            ["purpose"] = draft.Purpose, ["valid-days"] = Days(draft), ["contact"] = draft.Contact,
        },
        LetterKind.Statement => new()
        {
            ["authority"] = signer.Authority, ["basis"] = draft.Basis, ["statement"] = draft.Statement, ["purpose"] = draft.Purpose, ["valid-days"] = Days(draft),
        },
        LetterKind.Assignment => new()
        {
            ["place"] = draft.Place, ["start-date"] = Iso(draft.StartDate), ["end-date"] = Iso(draft.EndDate == draft.StartDate ? null : draft.EndDate), ["vehicle"] = draft.Vehicle,
        },
        _ => new()
        {
            ["addressee"] = draft.Addressee, ["nature"] = Nature(draft), ["enclosures"] = Enclosures(draft), ["application"] = $"permohonan {matter.Service?.Name.Id ?? "layanan"}".ToLower(CultureInfo.GetCultureInfo("id-ID")),
            ["application-date"] = Iso(Wita.Day(matter.Case.ReceivedAt)), ["report-number"] = matter.Case.Number, ["objection-days"] = "21",
            ["objection-to"] = signer.Block.OnBehalfOf is { } head ? head : signer.Block.Position, ["contact"] = draft.Contact,
        },
    };

    private static Dictionary<string, IReadOnlyList<string>> Lists(LetterKind kind, LetterDraft draft) => kind switch
    {
        LetterKind.Recommendation => new() { ["programmes"] = LetterDraft.Lines(draft.Programmes), ["conditions"] = LetterDraft.Lines(draft.Conditions) },
        LetterKind.Statement => new() { ["facts"] = LetterDraft.Lines(draft.Facts) },
        LetterKind.Assignment => new() { ["considerations"] = LetterDraft.Lines(draft.Considerations), ["bases"] = LetterDraft.Lines(draft.Bases), ["tasks"] = LetterDraft.Lines(draft.Tasks) },
        _ => new() { ["reasons"] = LetterDraft.Lines(draft.Reasons), ["bases"] = LetterDraft.Lines(draft.Bases), ["next-steps"] = LetterDraft.Lines(draft.NextSteps) },
    };

    private static string? VisitDay(CaseSummary summary) =>
        summary.Milestones.TryGetValue(PublicStep.Visit, out var at) ? Iso(Wita.Day(summary.VisitFrom ?? at)) : null;

    private static string? Nature(LetterDraft draft) => draft.Nature == LetterNature.Ordinary ? null : LetterNatures.Word(draft.Nature);

    private static string? Enclosures(LetterDraft draft) => draft.Enclosures is > 0 and { } count ? count.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Days(LetterDraft draft) => draft.ValidDays?.ToString(CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Kept(Dictionary<string, string?> fields) =>
        fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Key, f => f.Value!.Trim());

    private static Dictionary<string, IReadOnlyList<string>> Kept(Dictionary<string, IReadOnlyList<string>> lists) =>
        lists.Where(l => l.Value.Count > 0).ToDictionary();
}
