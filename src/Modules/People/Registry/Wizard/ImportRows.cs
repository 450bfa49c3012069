using Layar.Areas.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Secrets;
using Layar.Kernel.Sheets;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Wizard;

/// <summary>Lists of rows to download, row by row from the database.</summary>
internal sealed class ImportRows(AppDb db, FieldCipher cipher, IAreas areas, TextCatalogue texts)
{
    /// <summary>Rows of one cause as they stood in the file, with place and reason in front; corrected, the list can be imported again.</summary>
    public async Task Problems(RegistryImport import, TrialResult result, string cause, StreamWriter output, CancellationToken stop)
    {
        var tables = result.Tables.ToDictionary(t => t.Number);
        var sheet = -1;
        var rows = db.Set<RegistryProblem>().AsNoTracking().Where(p => p.ImportId == import.Id && p.Cause == cause).OrderBy(p => p.Sheet).ThenBy(p => p.Line).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(stop))
        {
            var table = tables.GetValueOrDefault(row.Sheet);
            if (row.Sheet != sheet) await output.WriteAsync(CsvCell.Line([texts["people.registry.list.file"], texts["people.registry.list.cell"], texts["people.registry.problem"], .. table?.Headers ?? []]));
            sheet = row.Sheet;
            var values = (cipher.Open(row.SealedRow, RegistryProblem.RowColumn, row.Id.Value) ?? "").Split('\u001F');
            await output.WriteAsync(CsvCell.Line([table?.Name, row.Cell, texts[ImportFace.Cause(row.Cause)], .. values]));
        }
    }

    /// <param name="kind">masuk, keluar, tetap, desil, kk or desa</param>
    public async Task Moves(RegistryImport import, string kind, StreamWriter output, CancellationToken stop)
    {
        db.Database.SetCommandTimeout(600);
        var (_, before, _) = await new Comparison(db).Beside(import.Kind, import.AsOf, stop);
        await output.WriteAsync(CsvCell.Line(["nik", .. new[] { "name", "village-before", "village-now", "decile-before", "decile-now" }.Select(c => texts["people.registry.list." + c])]));
        await foreach (var row in Moved(import, kind, before).AsAsyncEnumerable().WithCancellation(stop))
        {
            var nik = Nik.Parse(cipher.Open(row.SealedNik, RegistryPersonRow.NikColumn, row.Id.Value)).Match(n => n.Masked, _ => "");
            await output.WriteAsync(CsvCell.Line([nik, row.Name, areas.Describe(row.VillageBefore), areas.Describe(row.VillageNow), row.DecileBefore?.ToString(), row.DecileNow?.ToString()]));
        }
    }

    private IQueryable<MovedPerson> Moved(RegistryImport import, string kind, IReadOnlyList<RegistryImportId> before)
    {
        var now = db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == import.Id && r.NikIndex != null);
        var then = db.Set<RegistryPersonRow>().AsNoTracking().Where(r => before.Contains(r.ImportId) && r.NikIndex != null);
        if (kind == "masuk") return now.Where(n => !then.Any(t => t.NikIndex == n.NikIndex)).Select(n => new MovedPerson(n.Id, n.SealedNik, n.Name, null, n.Village, null, n.Decile));
        if (kind == "keluar")
        {
            var districts = (import.Districts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToList();
            var gone = then.Where(t => !now.Any(n => n.NikIndex == t.NikIndex));
            if (districts.Count > 0) gone = gone.Where(t => t.Village == null || districts.Contains(t.Village.Substring(0, 8)));
            return gone.Select(t => new MovedPerson(t.Id, t.SealedNik, t.Name, t.Village, null, t.Decile, null));
        }
        var pairs = now.Join(then, n => n.NikIndex, t => t.NikIndex, (n, t) => new { Now = n, Then = t });
        if (kind == "desil") pairs = pairs.Where(p => p.Now.Decile != p.Then.Decile);
        if (kind == "kk") pairs = pairs.Where(p => p.Now.FamilyIndex != p.Then.FamilyIndex);
        if (kind == "desa") pairs = pairs.Where(p => p.Now.Village != p.Then.Village);
        return pairs.Select(p => new MovedPerson(p.Now.Id, p.Now.SealedNik, p.Now.Name, p.Then.Village, p.Now.Village, p.Then.Decile, p.Now.Decile));
    }

    private sealed record MovedPerson(RegistryRowId Id, byte[]? SealedNik, string? Name, string? VillageBefore, string? VillageNow, int? DecileBefore, int? DecileNow);
}
