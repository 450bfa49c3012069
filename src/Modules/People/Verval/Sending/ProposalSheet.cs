using System.Runtime.CompilerServices;
using Layar.Areas.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Sheets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Lists;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>The file of proposals, with the columns of the office.</summary>
internal sealed class ProposalSheet(AppDb db, PersonSeals seals, IAreas areas, ProposalColumns columns, TimeProvider clock)
{
    /// <summary>What a column may hold.</summary>
    public static IReadOnlySet<string> Fields => Cells.Keys.ToHashSet(StringComparer.Ordinal);

    private const int Together = 500;

    public async Task Write(VervalCycle cycle, Guid export, StreamWriter output, CancellationToken stop)
    {
        await foreach (var row in Rows(cycle, export, stop)) await output.WriteAsync(CsvCell.Line(row));
    }

    /// <summary>The same as a workbook.</summary>
    public async Task<byte[]> Workbook(VervalCycle cycle, Guid export, CancellationToken stop)
    {
        using var sheet = new XlsxSheet("Usulan");
        await foreach (var row in Rows(cycle, export, stop)) sheet.Row(row);
        return sheet.Bytes();
    }

    /// <summary>The names of the columns, then a row for each proposal.</summary>
    private async IAsyncEnumerable<IEnumerable<string?>> Rows(VervalCycle cycle, Guid export, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return columns.All.Select(c => c.Header);
        var proposals = await db.Set<VervalProposal>().AsNoTracking().Where(p => p.CycleId == cycle.Id && p.ExportId == export).OrderBy(p => p.Village).ThenBy(p => p.Id).ToListAsync(stop);
        var held = proposals.Select(p => p.MusdesId).Distinct().ToList();
        var musdes = await db.Set<Musdes>().AsNoTracking().Where(m => held.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        foreach (var part in proposals.Chunk(Together))
        {
            var (ids, rows) = (part.Select(p => p.PersonId).ToList(), part.Select(p => p.RowId).OfType<RegistryRowId>().ToList());
            var persons = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
            var deciles = await db.Set<RegistryPersonRow>().AsNoTracking().Where(r => rows.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Decile, stop);
            foreach (var one in part)
            {
                var line = new Line(one, seals.Facts(persons[one.PersonId]), one.MusdesId is { } m ? musdes.GetValueOrDefault(m) : null, one.RowId is { } row ? deciles.GetValueOrDefault(row) : null);
                yield return columns.All.Select(c => Cells[c.Field](this, line, cycle));
            }
        }
    }

    /// <summary>As the receiving register writes them, in any language of the reader.</summary>
    private static readonly Dictionary<ProposalKind, string> ProposalWords = new() { [ProposalKind.Add] = "USUL", [ProposalKind.Object] = "SANGGAH", [ProposalKind.Correct] = "PERBAIKAN", [ProposalKind.Remove] = "PENONAKTIFAN" };

    private static readonly Dictionary<string, Func<ProposalSheet, Line, VervalCycle, string?>> Cells = new(StringComparer.Ordinal)
    {
        ["nik"] = (_, line, _) => line.Person.Nik,
        ["familyCard"] = (_, line, _) => line.Person.FamilyCard,
        ["name"] = (_, line, _) => line.Person.Name?.ToUpperInvariant(),
        ["birthDate"] = (_, line, _) => line.Person.BirthDate?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["age"] = (sheet, line, _) => line.Person.BirthDate?.YearsUntil(sheet.Today).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["sex"] = (_, line, _) => line.Person.Sex is "L" or "P" ? line.Person.Sex : null,
        ["address"] = (_, line, _) => line.Person.Address?.ToUpperInvariant(),
        ["province"] = (sheet, line, _) => sheet.Area(line, 2),
        ["regency"] = (sheet, line, _) => sheet.Area(line, 5),
        ["district"] = (sheet, line, _) => sheet.Area(line, 8),
        ["village"] = (sheet, line, _) => sheet.Area(line, 13),
        ["villageCode"] = (_, line, _) => line.Proposal.Village == VervalVillage.Unknown ? null : line.Proposal.Village,
        ["rt"] = (_, line, _) => line.Person.Rt?.Split('/')[0],
        ["rw"] = (_, line, _) => line.Person.Rt?.Split('/') is [_, var rw] ? rw : null,
        ["kind"] = (_, line, _) => ProposalWords[line.Proposal.Kind],
        ["fields"] = (_, line, _) => line.Proposal.Fields,
        ["reason"] = (_, line, _) => line.Proposal.Reason,
        ["evidence"] = (_, line, _) => DraftProposal.EvidenceList.FirstOrDefault(e => e.Code == line.Proposal.Evidence)?.Name.Id,
        ["heldOn"] = (_, line, _) => line.Musdes?.HeldOn.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["minutes"] = (_, line, _) => line.Musdes?.MinutesNumber,
        ["decile"] = (_, line, _) => line.Decile?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["release"] = (_, _, cycle) => cycle.Source,
    };

    private DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);

    private string? Area(Line line, int length) => areas.Find(line.Proposal.Village[..Math.Min(length, line.Proposal.Village.Length)])?.Name.ToUpperInvariant();

    private sealed record Line(VervalProposal Proposal, PersonFacts Person, Musdes? Musdes, int? Decile);
}
