using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Mapping;

/// <summary>What a person says about one table.</summary>
public sealed class SaidOfTable
{
    public string? Kind { get; set; }

    public List<string?> Fields { get; set; } = [];
}

[StaffPage(Roles.Planner, Roles.Administrator)]
internal sealed class LookAtColumnsModel(AppDb db, ImportFiles files, SaveMapping save, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    private readonly Dictionary<(int, int), string> samples = [];

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty] public RegistryKind Kind { get; set; }

    [BindProperty] public DateOnly? AsOf { get; set; }

    [BindProperty(Name = "Tables")] public List<SaidOfTable> Said { get; set; } = [];

    public IReadOnlyList<FoundTable> Tables { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<RegistryKind>().Select(k => new Choice(k.ToString(), "people.registry.kind." + k.ToString().ToLowerInvariant()))];

    public IReadOnlyList<Choice> TableKinds => [new("Person", "people.registry.columns.person"), new("Family", "people.registry.columns.family")];

    public IReadOnlyList<Choice> Fields { get; } = [.. KnownColumns.All.Select(k => new Choice(k.Field, $"people.registry.field.{k.Field}"))];

    public string Sample(int table, int column) => samples.GetValueOrDefault((table, column), "");

    /// <summary>Who hears the page knows the column by letter, header and first value, as who sees the row does.</summary>
    public string LabelOf(int table, int column)
    {
        var (letters, header, sample) = (RowSource.Letters(column), Tables[table].Layout!.Headers[column], Sample(table, column));
        return texts["people.registry.columns.means-of", string.Join(' ', new[] { letters, header }.Where(w => w.Length > 0)), sample.Length > 0 ? sample : texts["people.registry.columns.no-sample"]];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is not { } import) return NotFound();
        if (!SaveMapping.MayMap(import)) return Redirect($"/petugas/warga/registri/{Id}");
        (Kind, AsOf) = (import.Kind, import.AsOf);
        return Look(import, await save.Saved(stop)) ? Page() : Redirect($"/petugas/warga/registri/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is not { } import) return NotFound();
        if (!Look(import, await save.Saved(stop))) return Redirect($"/petugas/warga/registri/{Id}");
        Tables = [.. Tables.Select((t, i) => i < Said.Count && t.Layout is { } layout ? t with { Layout = Columns(Said[i]).On(layout) } : t)];
        if (AsOf is null) ModelState.AddModelError(nameof(AsOf), "people.registry.as-of.wrong");
        if (Tables.All(t => t.Layout?.Kind is null)) ModelState.AddModelError("", "people.registry.columns.none");
        foreach (var table in Tables.Where(t => t.Layout is { IsComplete: false })) ModelState.AddModelError("", texts["people.registry.fault.columns-missing", table.Name]);
        if (!ModelState.IsValid) return Page();
        var outcome = await save.Run(import.Id, Kind, AsOf!.Value, Tables, staff.Required.As([Roles.Planner, Roles.Administrator]), stop);
        if (outcome.Refusal is { } why) ModelState.AddModelError("", why.Code);
        return outcome.IsDone ? Redirect($"/petugas/warga/registri/{Id}") : Page();
    }

    private static SavedColumns Columns(SaidOfTable said) =>
        new(Enum.TryParse<TableKind>(said.Kind, out var kind) ? kind : null, [.. said.Fields.Select(f => KnownColumns.Find(f)?.Field)]);

    private Task<RegistryImport?> Find(CancellationToken stop)
    {
        var id = new RegistryImportId(Id);
        return db.Set<RegistryImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop);
    }

    private bool Look(RegistryImport import, Func<byte[], SavedColumns?> saved)
    {
        try
        {
            Tables = new ImportTables(files).Find(ImportFiles.Of(import), saved);
            for (var t = 0; t < Tables.Count; t++) Taste(t);
            return true;
        }
        catch (ReadingFault)
        {
            return false;
        }
    }

    /// <summary>The first filled cell of every column; numbers of persons are shown in part.</summary>
    private void Taste(int t)
    {
        if (Tables[t].Layout is not { } layout) return;
        using var file = files.Open(Tables[t].File);
        using var rows = file.Rows(Tables[t].Index);
        for (var seen = 0; seen < 20 && rows.Read();)
        {
            if (rows.Line < layout.FirstLine) continue;
            seen++;
            for (var c = 0; c < layout.Headers.Count; c++)
                if (!rows[c].IsEmpty && !samples.ContainsKey((t, c))) samples[(t, c)] = Masked(rows[c].Length > 40 ? rows[c][..40].ToString() + "…" : rows[c].ToString());
        }
    }

    private static string Masked(string text) => text.Count(char.IsAsciiDigit) >= 12 ? text[..Math.Min(4, text.Length)] + "••••••••" : text;
}
