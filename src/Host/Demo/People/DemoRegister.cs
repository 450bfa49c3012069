using Layar.Areas.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry.Committing;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.People;

/// <summary>A small DTSEN release of invented families, brought in and put in force by the product's own import.</summary>
internal sealed class DemoRegister(
    AppDb db, PersonSeals seals, IAreas areas, Installation installation, ImportFiles files, BeginImport begin, DryRunning reading, CommitImport commit, DemoStaff staff, DemoWords words)
{
    private const string Worker = "demo";
    private const int MostKnown = 1_000;

    public async Task Make(DateTime now, CancellationToken stop)
    {
        var register = DemoWords.Read<DemoRegisterWords>("register.json");
        var asOf = AsOfDay.Guess([], Wita.Day(now));
        var villages = areas.Below(installation.AreaCode).SelectMany(d => areas.Below(d.Code));
        var families = new DemoFamilies(words, register, asOf).All(await Known(stop), villages).ToList();
        var sheets = new DemoRegisterSheets(register);
        var uploads = new[] { await files.Keep("dtsen-individu.csv", sheets.Persons(families), stop), await files.Keep("dtsen-keluarga.csv", DemoRegisterSheets.Families(families), stop) };
        var actor = staff.Of(Roles.Planner).As([Roles.Planner]);
        var import = (await begin.Run(new NewImport(uploads, RegistryKind.Dtsen, asOf, Worker), actor, stop)).Match(id => id, why => throw new InvalidOperationException(why.Code));
        await reading.Run(import, Worker, demo: true, stop);
        // It was read beside this context, which still holds it as it was before.
        db.ChangeTracker.Clear();
        if ((await commit.Run(import, actor, stop)).Refusal is { } refused) throw new InvalidOperationException(refused.Code);
    }

    private async Task<IEnumerable<PersonFacts>> Known(CancellationToken stop)
    {
        var persons = await db.Set<Person>().AsNoTracking().Where(p => p.SealedNik != null && p.Name != null && p.Area != null && p.BirthDate != null && !p.Restricted)
            .OrderByDescending(p => p.Id).Take(MostKnown).ToListAsync(stop);
        return persons.Select(seals.Facts);
    }
}
