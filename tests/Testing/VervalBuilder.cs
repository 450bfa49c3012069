using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Layar.People.Verval;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Testing;

/// <summary>A release in force with families of Tabuan, a cycle over it, and a drafted proposal.</summary>
public sealed record OpenedVerval(Guid Import, Guid Cycle, Guid Family, Guid Member, Guid Proposal);

/// <summary>Begins a cycle of verification without the pages of releases.</summary>
public static class VervalBuilder
{
    public const string Village = "63.11.02.2004";
    private static readonly Actor Planner = new(null, "Perencana Uji", "perencana");

    /// <param name="families">each with two members; family f begins with the invented person 2f + <paramref name="first"/></param>
    public static Task<OpenedVerval> Verval(this LayarServer server, int families = 2, int first = 0, int? sample = null) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var import = Release(db, families);
        var rows = Enumerable.Range(0, families).Select(f => Family(s, db, import, f, first + 2 * f)).ToList();
        await db.SaveChangesAsync();
        var today = Wita.Day(s.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var input = new CycleInput { Name = "Verval uji", Release = import.Value, Unit = VervalUnit.Household, Sample = sample, Seed = 7, Starts = today.AddDays(-3), Ends = today.AddDays(11), LegalBasis = "Surat tugas uji" };
        var cycle = (await s.GetRequiredService<OpenCycle>().Do(input, Planner, CancellationToken.None)).Match(id => id, why => throw new InvalidOperationException(why.Code));
        var proposal = Proposal(s, db, cycle, rows[0].Member);
        await db.SaveChangesAsync();
        return new OpenedVerval(import.Value, cycle.Value, rows[0].Family.Value, rows[0].Member.Value, proposal.Value);
    });

    /// <summary>The release does not count any more.</summary>
    public static Task<int> TakeBack(this LayarServer server, OpenedVerval verval) => server.Within(s => s.GetRequiredService<AppDb>().TakeBack(verval));

    /// <summary>As above, inside a change that the caller holds.</summary>
    public static Task<int> TakeBack(this AppDb db, OpenedVerval verval) =>
        db.Set<RegistryImport>().Where(i => i.Id == new RegistryImportId(verval.Import)).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ImportState.Undone));

    private static RegistryImportId Release(AppDb db, int families)
    {
        var (id, now) = (new RegistryImportId(Guid.CreateVersion7()), DateTime.UtcNow);
        db.Add(new RegistryImport
        {
            Id = id, Kind = RegistryKind.Village, AsOf = new DateOnly(2026, 9, 30), State = ImportState.Committed, Title = "tabuan.csv", Hash = new byte[32], Files = "[]", BytesTotal = 1, CreatedAt = now,
            CreatedBy = Planner.Name, CommittedAt = now, CommittedBy = Planner.Name, Districts = "63.11.02", Version = 1,
        });
        db.Add(new RegistryVillageCount { Id = new RegistryVillageCountId(Guid.CreateVersion7()), ImportId = id, Village = Village, Families = families, Persons = 2 * families, ByDecile = string.Join(',', Enumerable.Repeat(0, 11)) });
        return id;
    }

    private static (RegistryRowId Family, RegistryRowId Member) Family(IServiceProvider s, AppDb db, RegistryImportId import, int f, int first)
    {
        var (cipher, ring) = (s.GetRequiredService<FieldCipher>(), s.GetRequiredService<KeyRing>());
        var (family, card) = (new RegistryRowId(Guid.CreateVersion7()), InventedRelease.Card(first));
        db.Add(new RegistryFamilyRow
        {
            Id = family, ImportId = import, Sheet = 0, Line = f + 2, SealedFamilyCard = cipher.Seal(card, RegistryFamilyRow.CardColumn, family.Value)!, FamilyIndex = ring.BlindIndex("kk", card),
            HeadName = InventedRelease.Name(first), Village = Village, Address = $"JL. DESA NO. {f + 1}", Decile = f % 10 + 1,
        });
        var members = Enumerable.Range(first, 2).Select(i => Person(cipher, ring, import, f, i, card, i == first)).ToList();
        db.AddRange(members);
        return (family, members[0].Id);
    }

    private static RegistryPersonRow Person(FieldCipher cipher, KeyRing ring, RegistryImportId import, int f, int i, string card, bool head)
    {
        var id = new RegistryRowId(Guid.CreateVersion7());
        return new RegistryPersonRow
        {
            Id = id, ImportId = import, Sheet = 1, Line = i + 2, SealedNik = cipher.Seal(InventedRelease.Nik(i), RegistryPersonRow.NikColumn, id.Value), NikIndex = ring.BlindIndex("nik", InventedRelease.Nik(i)),
            FamilyIndex = ring.BlindIndex("kk", card), Name = InventedRelease.Name(i), BirthDate = InventedRelease.Born(i), Sex = InventedRelease.IsWoman(i) ? "P" : "L", Relation = head ? "head" : "child",
            Village = Village, Address = $"JL. DESA NO. {f + 1}", Rt = (f % 3 + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), Decile = f % 10 + 1,
        };
    }

    private static VervalProposalId Proposal(IServiceProvider s, AppDb db, VervalCycleId cycle, RegistryRowId row)
    {
        var (id, person) = (new VervalProposalId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        db.Add(s.GetRequiredService<IPersons>().NewRow(person, new PersonFacts { Name = "Usulan Contoh", Area = Village, Sex = "P" }, DateTime.UtcNow));
        db.Add(new VervalProposal
        {
            Id = id, CycleId = cycle, Village = Village, Kind = ProposalKind.Remove, PersonId = person, RowId = row, State = ProposalState.Drafted, Reason = "Pindah ke kabupaten lain", Evidence = "surat-pindah",
            DraftedById = Guid.NewGuid(), DraftedBy = "Petugas Uji", DraftedAt = DateTime.UtcNow, Version = 1,
        });
        return id;
    }
}
