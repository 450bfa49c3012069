using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Figures.Activating;
using Layar.Catalogue.Figures.Writing;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Figures;

/// <summary>One value in the history of a figure.</summary>
/// <param name="Version">null for a value of the shipped files</param>
/// <param name="To">last day as the values follow each other</param>
internal sealed record FigureLine(FigureVersion? Version, FigureEntry Entry, DateOnly? To, string Standing, string Tone)
{
    /// <summary>How the form finds it to take its value up again.</summary>
    public string Wording => Version?.Id.Value.ToString() ?? Entry.Validity.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One figure: its value, what waits, what was, and the form for a new value.</summary>
internal sealed class FigureFileModel(
    AppDb db, FigureBook book, FigureChecks checks, WriteFigure write, ActivateFigure activate, TakeFigureBack back, IProgrammes programmes, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : ProgrammeDesk(catalogue, time)
{
    private List<FigureVersion> written = [];

    [BindProperty(SupportsGet = true, Name = "jenis")] public string KindWord { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kode")] public string Code { get; set; } = "";

    /// <summary>An earlier value that shall hold again: of the office by its id, of the files by its first day.</summary>
    [BindProperty(SupportsGet = true, Name = "dari")] public string? Earlier { get; set; }

    [BindProperty] public FigureInput Input { get; set; } = new();

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public Guid Id { get; set; }

    public Figure Figure { get; private set; } = null!;

    public IReadOnlyList<FigureLine> Lines { get; private set; } = [];

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public StaffMember Member => staff.Required;

    public bool MayWrite => Member.HasAny(Planners);

    public FigureEntry? Now => Figure.On(Today);

    public IEnumerable<FigureVersion> Waiting => written.Where(v => v.State == VersionState.Draft);

    /// <summary>Values in force that nobody used before today.</summary>
    public IEnumerable<FigureVersion> Undoable => written.Where(v => v.State == VersionState.Active && v.FromDay >= Today);

    public bool MayActivate(FigureVersion version) => Member.HasAny(Activators) && version.WriterId != Member.Id.Value && version.FromDay >= Today;

    public bool MayTakeBack(FigureVersion version) => version.State == VersionState.Draft ? MayWrite : Member.HasAny(Activators);

    public string Value(FigureEntry entry) => FigureWords.Value(entry.Value, Figure.Unit, texts);

    /// <summary>What holds on the first day of a value before it begins.</summary>
    public FigureEntry? Before(FigureVersion version) => Figure.On(version.FromDay) is { } holds && holds.Validity.From < version.FromDay ? holds : Figure.On(version.FromDay.AddDays(-1));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Input = FigureInput.Of(Taken() ?? Now ?? Figure.Values[^1], Today.AddDays(1));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!MayWrite) return Forbid();
        if (!await Load(stop)) return NotFound();
        foreach (var why in checks.Of(Input, Figure, Today).Where(w => ModelState[w.Field!]?.Errors.Count is null or 0)) ModelState.AddModelError(why.Field!, texts[why.Code, [.. why.Args]]);
        if (!ModelState.IsValid) return Page();
        return Answer((await write.Do(Figure, Input, Member, stop)).Refusal, "catalogue.figure.saved");
    }

    public Task<IActionResult> OnPostAktifkanAsync(CancellationToken stop) => Do(Activators, () => activate.Do(new(Id), Member, stop), "catalogue.figure.activated", stop);

    public Task<IActionResult> OnPostTarikAsync(CancellationToken stop) => Do(Activators, () => back.Do(new(Id), Reason, Member, stop), "catalogue.figure.taken-back", stop);

    private async Task<IActionResult> Do(IReadOnlyList<string> roles, Func<Task<Outcome>> act, string notice, CancellationToken stop)
    {
        if (!Member.HasAny(roles)) return Forbid();
        if (!await Load(stop) || written.All(v => v.Id.Value != Id)) return NotFound();
        ModelState.Clear();
        var refusal = (await act()).Refusal;
        if (refusal is null) return Answer(null, notice);
        db.ChangeTracker.Clear();
        await Load(stop);
        Input = FigureInput.Of(Now ?? Figure.Values[^1], Today.AddDays(1));
        return Answer(refusal, notice);
    }

    private IActionResult Answer(Refusal? why, string notice)
    {
        if (why is null)
        {
            TempData["Notice"] = notice;
            return Redirect(Figure.Path);
        }
        ModelState.AddModelError(why.Field ?? "", texts[why.Code, [.. why.Args]]);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (FigurePaths.Kind(KindWord) is not { } kind || book.Find(kind, Code) is not { } figure) return false;
        Figure = figure;
        written = await db.Set<FigureVersion>().AsNoTracking().Where(v => v.Kind == kind && v.Code == Code).OrderByDescending(v => v.Number).ToListAsync(stop);
        Lines = [.. written.Where(v => v.State != VersionState.Draft).Select(v => Line(v, v.Read())), .. book.Shipped(kind, Code).OrderByDescending(e => e.Validity.From).Select(e => Line(null, e))];
        Programmes = kind == FigureKind.Letter ? [] : [.. book.NamedBy(Code).Select(c => programmes.Find(c, Today)).OfType<Programme>()];
        return true;
    }

    private FigureLine Line(FigureVersion? version, FigureEntry entry)
    {
        if (version is { State: not VersionState.Active }) return new(version, entry, null, Versions.History.VersionFace.Name(version.State), "grey");
        var turn = Figure.Values.FirstOrDefault(v => v.Value == entry.Value && v.Validity.From == entry.Validity.From && v.Validity.LegalBasis == entry.Validity.LegalBasis && v.Validity.AwaitingConfirmation == entry.Validity.AwaitingConfirmation)?.Validity;
        var (standing, tone) = turn is null ? ("replaced", "grey") : turn.Covers(Today) ? ("now", "teal") : turn.From > Today ? ("later", "blue") : ("over", "grey");
        return new(version, entry, turn?.To, $"catalogue.version.standing.{standing}", tone);
    }

    private FigureEntry? Taken() => Earlier is null ? null : Lines.FirstOrDefault(l => l.Wording == Earlier)?.Entry;
}
