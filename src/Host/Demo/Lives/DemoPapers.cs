using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Kernel.Acts;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;

namespace Layar.Host.Demo.Lives;

/// <summary>The checklist of a case as the operator left it, and the questions to its reporter.</summary>
internal sealed class DemoPapers(ICatalogue catalogue, FieldCipher cipher, TextCatalogue texts, DemoWords words, DemoStaff staff, DateOnly today)
{
    private readonly Dictionary<string, int> asked = [];

    /// <summary>Documents that a service asks of everybody.</summary>
    public int Asked(string service, DateTime at)
    {
        if (asked.TryGetValue(service, out var known)) return known;
        return asked[service] = catalogue.Service(service, Wita.Day(at)) is { } found
            ? catalogue.RequirementsFor(found, Circumstances.None).Where(r => r.Need != RequirementNeed.IfAny).Select(r => r.Group ?? r.Document).Distinct().Count() : 0;
    }

    public DemoAsking Ask(DemoLife life, DateTime at, Random random)
    {
        IReadOnlyList<QuestionKind> kinds = random.Next(4) switch
        {
            0 => [QuestionKind.Photo],
            1 => [QuestionKind.Photo, QuestionKind.Text],
            2 => [QuestionKind.Choice],
            _ => [QuestionKind.Photo, QuestionKind.Choice, QuestionKind.Text],
        };
        var lacking = Required(life).Select(r => r.Document).FirstOrDefault() ?? "kk";
        return new DemoAsking(at, [.. kinds.Select(_ => Guid.CreateVersion7(at))], lacking, kinds);
    }

    public string Summary(DemoAsking asking) => texts.Official("completeness.request.act", asking.Ids.Count);

    public void Leave(DemoLife life, DemoAlbum album, Random random)
    {
        foreach (var asking in life.Askings) Questions(life, asking, album, random);
        if (life.File.Service is null || !life.Social) return;
        var at = life.Acts.FirstOrDefault(a => a.Kind is nameof(CaseActKind.MarkComplete) or nameof(CaseActKind.RequestCompletion))?.At ?? life.File.ReceivedAt.AddMinutes(30);
        if (at > life.File.LastActAt) at = life.File.LastActAt;
        var done = life.Acts.Any(a => a.Kind == nameof(CaseActKind.MarkComplete));
        var open = life.Askings.LastOrDefault(a => a.AnsweredAt is null)?.Document;
        if (!done && open is null && life.File.Step != CaseStep.Completeness) return;
        foreach (var requirement in Required(life).Concat(IfAny(life).Where(_ => random.Next(4) == 0)))
            if (requirement.Document != open && (done || random.Next(3) > 0)) life.Rows.AddRange(Found(life, requirement, done, at, album, random));
    }

    private IEnumerable<Requirement> Required(DemoLife life) =>
        Applying(life).Where(r => r.Need != RequirementNeed.IfAny).DistinctBy(r => r.Group ?? r.Document);

    private IEnumerable<Requirement> IfAny(DemoLife life) => Applying(life).Where(r => r.Need == RequirementNeed.IfAny).DistinctBy(r => r.Document);

    private IReadOnlyList<Requirement> Applying(DemoLife life)
    {
        if (catalogue.Service(life.File.Service ?? "", today) is not { } service) return [];
        var known = life.File.Emergency ? Circumstances.Emergency : Circumstances.None;
        if (!life.File.Secret && life.Told.Person is { EstimatedAge: < 17 }) known |= Circumstances.Child;
        return catalogue.RequirementsFor(service, known);
    }

    /// <summary>Most are there, some with a copy; one in twelve of those that must be there the person cannot have, and the reason stands beside.</summary>
    private IEnumerable<object> Found(DemoLife life, Requirement requirement, bool done, DateTime at, DemoAlbum album, Random random)
    {
        var (code, waived) = (requirement.Document, done && requirement is { Group: null, Need: RequirementNeed.Required } && random.Next(12) == 0);
        var id = new CaseDocumentId(Guid.CreateVersion7(at));
        var copy = !waived && random.Next(3) == 0 ? album.Paper(random, at) : null;
        if (copy is not null) yield return copy;
        yield return new CaseDocument
        {
            Id = id, CaseId = life.File.Id, Code = code, State = waived ? DocumentState.Waived : DocumentState.Present, FileId = copy?.Id,
            Issued = waived || catalogue.Documents[code].ValidityMonths is null ? null : Wita.Day(at).AddDays(-random.Next(1, 25)),
            SealedReason = waived ? cipher.Seal(DemoWords.Pick(random, words.Say.Waived), CaseDocument.ReasonColumn, id.Value) : null,
            ChangedAt = at, ChangedBy = staff.Of(Identity.Contracts.Roles.Operator).Name,
        };
    }

    private void Questions(DemoLife life, DemoAsking asking, DemoAlbum album, Random random)
    {
        for (var i = 0; i < asking.Ids.Count; i++)
        {
            var (id, kind) = (asking.Ids[i], asking.Kinds[i]);
            var (text, options, answer) = Question(kind, asking.Document, random);
            var photo = kind == QuestionKind.Photo && asking.AnsweredAt is { } sent ? album.Paper(random, sent) : null;
            if (photo is not null) life.Rows.Add(photo);
            life.Rows.Add(new CaseQuestion
            {
                Id = new CaseQuestionId(id), CaseId = life.File.Id, Kind = kind, SealedText = cipher.Seal(text, CaseQuestion.TextColumn, id)!, Options = string.Join('\n', options),
                Document = kind == QuestionKind.Photo ? asking.Document : null, AskedAt = asking.At, AskedBy = staff.Of(Identity.Contracts.Roles.Operator).Name,
                AnsweredAt = asking.AnsweredAt, SealedAnswer = asking.AnsweredAt is null ? null : cipher.Seal(answer, CaseQuestion.AnswerColumn, id), PhotoId = photo?.Id,
                WithdrawnAt = asking.AnsweredAt is null && life.File.Step != CaseStep.AwaitingReporter ? life.File.LastActAt : null,
            });
        }
    }

    private (string Text, IReadOnlyList<string> Options, string? Answer) Question(QuestionKind kind, string document, Random random)
    {
        var say = words.Say.Questions;
        if (kind == QuestionKind.Photo) return (texts.Official("completeness.request.photo-of", catalogue.Documents[document].Name.Id is var name && name.StartsWith("Foto ", StringComparison.Ordinal) ? name[5..] : name), [], null);
        var drawn = DemoWords.Pick(random, kind == QuestionKind.Choice ? say.Choice : say.Text);
        return (drawn.Text, drawn.Options ?? [], drawn.Options is { } options ? DemoWords.Pick(random, options) : drawn.Answer!.Replace("{landmark}", words.Landmark(random)));
    }
}
