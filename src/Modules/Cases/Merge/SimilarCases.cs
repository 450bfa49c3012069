using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Merge;

/// <summary>A case that may be the same need, with the points it got and for what.</summary>
internal sealed record SimilarCase(CaseFile File, int Points, IReadOnlyList<(string Key, int Points)> Why)
{
    /// <summary>From here on it is ticked already.</summary>
    public bool Suggested => Points >= 80;
}

/// <summary>Finds cases that may be one and the same: scored and explained, never merged by itself (handbook, screens 7a).</summary>
internal sealed class SimilarCases(AppDb db, CaseVisibility visibility, IServiceProvider services)
{
    private const int Shown = 50;
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<SimilarCase>> Of(CaseFile file, StaffMember member, CancellationToken stop)
    {
        var scored = await Scored(file, await Near(file, member, stop), stop);
        return [.. scored.Where(s => s.Points >= Shown).OrderByDescending(s => s.Points).Take(10)];
    }

    /// <summary>How alike two cases are, whether or not they were found.</summary>
    public async Task<SimilarCase> Compare(CaseFile file, CaseFile other, CancellationToken stop) => (await Scored(file, [other], stop))[0];

    private async Task<IReadOnlyList<SimilarCase>> Scored(CaseFile file, IReadOnlyList<CaseFile> others, CancellationToken stop)
    {
        var ids = others.Select(c => c.Id).ToList();
        var reporters = services.GetService<ISameReporter>();
        var phone = reporters is null ? new HashSet<CaseId>() : await reporters.SamePhone(file.Id, ids, stop);
        var places = reporters is null ? new Dictionary<CaseId, CasePosition>() : await reporters.Positions([file.Id, .. ids], stop);
        return [.. others.Select(c => Score(file, c, phone.Contains(c.Id), places))];
    }

    private async Task<List<CaseFile>> Near(CaseFile file, StaffMember member, CancellationToken stop)
    {
        var (id, area, person, secret) = (file.Id, file.Area, file.PersonId, file.Secret);
        var (from, until) = (file.ReceivedAt - Window, file.ReceivedAt + Window);
        var open = visibility.Filter(db.Set<CaseFile>().AsNoTracking(), member).Where(c => c.Open && c.Id != id && c.Secret == secret);
        var near = await open.Where(c => c.Area == area && c.ReceivedAt >= from && c.ReceivedAt <= until).OrderByDescending(c => c.ReceivedAt).Take(200).ToListAsync(stop);
        if (person is not null) near.AddRange(await open.Where(c => c.PersonId == person).Take(20).ToListAsync(stop));
        return [.. near.DistinctBy(c => c.Id)];
    }

    private static SimilarCase Score(CaseFile file, CaseFile other, bool samePhone, IReadOnlyDictionary<CaseId, CasePosition> places)
    {
        var why = new List<(string, int)>();
        if (file.PersonId is not null && file.PersonId == other.PersonId) why.Add(("cases.merge.why.person", 100));
        if (samePhone) why.Add(("cases.merge.why.phone", 60));
        if (places.TryGetValue(file.Id, out var here) && places.TryGetValue(other.Id, out var there)) why.AddRange(Distance(Likeness.Metres(here, there)));
        else if (file.Area is not null && file.Area == other.Area) why.Add(("cases.merge.why.area", 25));
        if (Likeness.Trigrams(Words(file), Words(other)) >= .45) why.Add(("cases.merge.why.words", 25));
        if (file.Problem == other.Problem) why.Add(("cases.merge.why.problem", 10));
        if ((file.ReceivedAt - other.ReceivedAt).Duration() <= Window) why.Add(("cases.merge.why.days", 10));
        return new SimilarCase(other, why.Sum(w => w.Item2), why);
    }

    private static IEnumerable<(string, int)> Distance(double metres) => metres switch
    {
        <= 50 => [("cases.merge.why.50", 40)],
        <= 250 => [("cases.merge.why.250", 25)],
        <= 1000 => [("cases.merge.why.1000", 10)],
        _ => [],
    };

    private static string Words(CaseFile file) => $"{file.Title} {file.Excerpt}";
}
