using Layar.Catalogue.Contracts;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Figures;

/// <summary>Every figure that a decree may change, grouped by what it counts, with the value of today and the next one.</summary>
internal sealed class FigureListModel(AppDb db, FigureBook book, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time) : ProgrammeDesk(catalogue, time)
{
    private static readonly (string Name, Func<Figure, bool> Holds)[] Parts =
    [
        ("decile", f => f is { Kind: FigureKind.Rule, Unit: FigureUnit.Decile }),
        ("letter", f => f.Kind == FigureKind.Letter),
        ("age", f => f.Unit == FigureUnit.Age),
        ("time", f => f.Unit is FigureUnit.Years or FigureUnit.Months or FigureUnit.Days),
        ("money", f => f.Unit == FigureUnit.Rupiah),
        ("count", f => f.Unit is FigureUnit.Persons or FigureUnit.Number),
    ];

    public IReadOnlyList<(string Name, IReadOnlyList<Figure> Figures)> Groups { get; private set; } = [];

    /// <summary>Codes for which a new value waits for a second person.</summary>
    public IReadOnlySet<(FigureKind Kind, string Code)> Waiting { get; private set; } = new HashSet<(FigureKind, string)>();

    public bool MayWrite => staff.Required.HasAny(Planners);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = book.All();
        Groups = [.. Parts.Select(p => (p.Name, Figures: (IReadOnlyList<Figure>)[.. all.Where(p.Holds)])).Where(g => g.Figures.Count > 0)];
        if (!staff.Required.HasAny(Activators)) return;
        var waiting = await db.Set<FigureVersion>().AsNoTracking().Where(v => v.State == VersionState.Draft).Select(v => new { v.Kind, v.Code }).Distinct().ToListAsync(stop);
        Waiting = waiting.Select(w => (w.Kind, w.Code)).ToHashSet();
    }

    /// <summary>The value of today, otherwise the next one, otherwise the last.</summary>
    public FigureEntry Shown(Figure figure) => figure.On(Today) ?? figure.After(Today) ?? figure.Values[^1];

    public string Value(FigureEntry entry, Figure figure) => FigureWords.Value(entry.Value, figure.Unit, texts);
}
