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

/// <param name="Header">as the receiver names the column</param>
/// <param name="Field">what stands in it</param>
internal sealed record SheetColumn(string Header, string Field);

/// <summary>The file of proposals, in the order of columns that stands in Data/verval-columns.json.</summary>
internal sealed class ProposalSheet(AppDb db, PersonSeals seals, IAreas areas, TimeProvider clock)
{
    public static IReadOnlyList<SheetColumn> Columns { get; } = DataFile.Entries<SheetColumn>("verval-columns");
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
        yield return Columns.Select(c => c.Header);
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
                yield return Columns.Select(c => Cell(c.Field, line, cycle));
            }
        }
    }

    private string? Cell(string field, Line line, VervalCycle cycle) => field switch
    {
        "nik" => line.Person.Nik,
        "familyCard" => line.Person.FamilyCard,
        "name" => line.Person.Name?.ToUpperInvariant(),
        "birthDate" => line.Person.BirthDate?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        "age" => line.Person.BirthDate?.YearsUntil(Wita.Day(clock.GetUtcNow().UtcDateTime)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "sex" => line.Person.Sex is "L" or "P" ? line.Person.Sex : null,
        "address" => line.Person.Address?.ToUpperInvariant(),
        "province" => Area(line, 2),
        "regency" => Area(line, 5),
        "district" => Area(line, 8),
        "village" => Area(line, 13),
        "villageCode" => line.Proposal.Village == VervalVillage.Unknown ? null : line.Proposal.Village,
        "rt" => line.Person.Rt?.Split('/')[0],
        "rw" => line.Person.Rt?.Split('/') is [_, var rw] ? rw : null,
        "kind" => ProposalWords[line.Proposal.Kind],
        "fields" => line.Proposal.Fields,
        "reason" => line.Proposal.Reason,
        "evidence" => DraftProposal.EvidenceList.FirstOrDefault(e => e.Code == line.Proposal.Evidence)?.Name.Id,
        "heldOn" => line.Musdes?.HeldOn.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        "minutes" => line.Musdes?.MinutesNumber,
        "decile" => line.Decile?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "release" => cycle.Source,
        _ => throw new InvalidOperationException($"No column is made of {field}."),
    };

    private string? Area(Line line, int length) => areas.Find(line.Proposal.Village[..Math.Min(length, line.Proposal.Village.Length)])?.Name.ToUpperInvariant();

    /// <summary>As the receiving register writes them, in any language of the reader.</summary>
    private static readonly Dictionary<ProposalKind, string> ProposalWords = new() { [ProposalKind.Add] = "USUL", [ProposalKind.Object] = "SANGGAH", [ProposalKind.Correct] = "PERBAIKAN", [ProposalKind.Remove] = "PENONAKTIFAN" };

    private sealed record Line(VervalProposal Proposal, PersonFacts Person, Musdes? Musdes, int? Decile);
}
