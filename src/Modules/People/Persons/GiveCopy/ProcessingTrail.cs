using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons.GiveCopy;

/// <param name="Who">name and role of the officer, or who else did it</param>
/// <param name="What">what was done, or for what purpose it was opened</param>
/// <param name="Of">the thing: person, case, letter …</param>
internal sealed record TrailLine(DateTime At, string Who, string What, string Of);

/// <summary>Who opened and who changed what belongs to a person.</summary>
/// <param name="Whole">nothing was left out for length</param>
internal sealed record Trail(IReadOnlyList<TrailLine> Readings, IReadOnlyList<TrailLine> Acts, bool Whole);

/// <summary>Reads the trail of processing from the acts and the read entries.</summary>
internal sealed class ProcessingTrail(AppDb db, TextCatalogue texts)
{
    private const int Longest = 5_000;

    public async Task<Trail> Of(PersonCopy copy, CancellationToken stop)
    {
        var ids = copy.Things.ToList();
        var reads = await db.Set<ReadEntry>().AsNoTracking().Where(e => ids.Contains(e.Subject)).OrderByDescending(e => e.At).Take(Longest).ToListAsync(stop);
        var acts = await db.Set<Act>().AsNoTracking().Where(a => ids.Contains(a.Chain)).OrderByDescending(a => a.At).ThenByDescending(a => a.Seq).Take(Longest).ToListAsync(stop);
        return new Trail(
            [.. reads.Select(e => new TrailLine(e.At, Who(e.StaffName, e.Role), $"{Kind(e.SubjectKind)}: {e.Purpose}", copy.LabelOf(e.Subject)))],
            [.. acts.Select(a => new TrailLine(a.At, Who(a.ActorName, a.ActorRole), texts.Did(a.Kind), copy.LabelOf(a.Chain)))],
            reads.Count < Longest && acts.Count < Longest);
    }

    private string Who(string name, string role) => texts.Has($"identity.role.{role}") ? $"{name}, {texts[$"identity.role.{role}"]}" : name;

    private string Kind(string kind) => texts.Has($"people.copy.read.{kind}") ? texts[$"people.copy.read.{kind}"] : kind;
}
