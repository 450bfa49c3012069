using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness;

/// <summary>One line: what is asked and what was found.</summary>
internal sealed record ChecklistLine(ChecklistItem Item, CaseDocument? Found, string? Reason)
{
    public string Code => Item.Requirement.Document;

    public bool Waived => Found?.State == DocumentState.Waived;

    public bool Blocks => !Waived && Item.Requirement.Need != RequirementNeed.IfAny && (Item.State is ChecklistState.Missing or ChecklistState.Expired);

    public bool Counts => Item.State is not (ChecklistState.Optional or ChecklistState.CoveredByGroup);
}

/// <summary>What counts as one paper: documents that stand in for each other, or one that stands alone.</summary>
internal sealed record ChecklistPaper(IReadOnlyList<ChecklistLine> Choices)
{
    public string Name => PaperLine.Joined(Choices.Select(c => c.Item.Document.Name));

    public bool Present => Choices.Any(c => c.Item.State == ChecklistState.Present);

    public bool Counts => Choices.Any(c => c.Counts);

    /// <summary>Nothing of it can be had, and the reasons are stated.</summary>
    public bool Waived => !Present && Choices.All(c => c.Waived);

    public bool Expired => !Present && Choices.Any(c => c.Item.State == ChecklistState.Expired);

    public bool Blocks => !Present && Choices.Any(c => c.Blocks);
}

internal sealed record CaseChecklist(Service? Service, Circumstances Circumstances, IReadOnlyList<ChecklistLine> Lines)
{
    public IReadOnlyList<ChecklistPaper> Papers { get; } = [.. Lines.GroupBy(l => l.Item.Requirement.Line, StringComparer.Ordinal).Select(g => new ChecklistPaper([.. g]))];

    public IEnumerable<ChecklistPaper> Blocking => Papers.Where(p => p.Blocks);

    public int Asked => Papers.Count(p => p.Counts);

    public int Present => Papers.Count(p => p.Counts && p.Present);

    /// <summary>Heads the list; while no service is chosen nobody knows whether papers are needed.</summary>
    public string Title(TextCatalogue texts) =>
        Service is null ? texts["completeness.panel.open"] : Asked > 0 ? texts["completeness.panel", Present, Asked] : texts["completeness.panel.free"];
}

/// <summary>The checklist of a case's service on this day, with the documents found so far.</summary>
internal sealed class Checklists(AppDb db, ICatalogue catalogue, FieldCipher cipher, TimeProvider time)
{
    public DateOnly Today => Wita.Day(time.GetUtcNow().UtcDateTime);

    public async Task<CaseChecklist> Of(CaseFile file, PersonFacts? person, CancellationToken stop)
    {
        var ticked = await db.Set<CaseCircumstances>().FindAsync([file.Id], stop);
        var found = file.Service is null ? [] : await Documents(file, stop);
        return List(file.Service, Derived(file.Emergency, person, Today) | (ticked?.Known ?? Circumstances.None), found);
    }

    /// <summary>For showing only, of rows that were read already.</summary>
    /// <param name="ticked">what officers ticked of the circumstances</param>
    public CaseChecklist Shown(CaseSummary summary, PersonFacts? person, Circumstances? ticked, IEnumerable<CaseDocument> documents) =>
        List(summary.Service, Derived(summary.Emergency, person, Today) | (ticked ?? Circumstances.None), documents.ToDictionary(d => d.Code, StringComparer.Ordinal));

    private CaseChecklist List(string? code, Circumstances known, Dictionary<string, CaseDocument> found)
    {
        if (code is null || catalogue.Service(code, Today) is not { } service) return new(null, known, []);
        var held = found.Values.Where(d => d.State == DocumentState.Present).Select(d => new HeldDocument(d.Code, d.Issued)).ToList();
        var list = catalogue.Checklist(service, known, held, Today);
        return new(service, known, [.. list.Items.Select(i => Line(i, found.GetValueOrDefault(i.Requirement.Document)))]);
    }

    /// <summary>Rows tracked for change, rows of this change included.</summary>
    public async Task<Dictionary<string, CaseDocument>> Documents(CaseFile file, CancellationToken stop)
    {
        await db.Set<CaseDocument>().Where(d => d.CaseId == file.Id).LoadAsync(stop);
        return db.Set<CaseDocument>().Local.Where(d => d.CaseId == file.Id).ToDictionary(d => d.Code, StringComparer.Ordinal);
    }

    /// <summary>What follows from the case and the person, whatever was ticked.</summary>
    private static Circumstances Derived(bool emergency, PersonFacts? person, DateOnly today)
    {
        var derived = emergency ? Circumstances.Emergency : Circumstances.None;
        if (person is null) return derived;
        var age = person.BirthDate is { } born ? born.YearsUntil(today) : person.EstimatedAge;
        if (age < 17 || (age is null && person.AgeGroup == "child")) derived |= Circumstances.Child;
        if (person.BirthDate is { } birth && birth.AddDays(28) > today) derived |= Circumstances.Newborn;
        return derived;
    }

    private ChecklistLine Line(ChecklistItem item, CaseDocument? found) =>
        new(item, found, found is null ? null : cipher.Open(found.SealedReason, CaseDocument.ReasonColumn, found.Id.Value));
}
