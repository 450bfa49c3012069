using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Host.Demo.Lives;
using Layar.Host.Demo.Rows;
using Layar.Intake.Reports;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Layar.People.Persons;

namespace Layar.Host.Demo.Arrivals;

/// <summary>
/// Thinks out twelve months of cases, some thousand at a time: the same for the same number and hour; only what the key ring
/// draws (codes, PINs) differs between installations.
/// </summary>
internal sealed class DemoYear(
    ICatalogue catalogue, IAreas areas, ReportRows rows, ReportSecrets secrets, Installation installation, DemoWords words, DemoCourse course, DemoDeeds deeds, DemoTraces traces,
    DemoSize size, DateTime now)
{
    public const int Seed = 20261121;
    private const int ChunkSize = 2_000;

    private readonly HashSet<string> codes = new(size.Cases);

    public IEnumerable<DemoChunk> Chunks()
    {
        var random = new Random(Seed);
        var villages = areas.Below(installation.AreaCode).SelectMany(d => areas.Below(d.Code)).ToArray();
        random.Shuffle(villages);
        var reports = new DemoReports(catalogue, villages, words);
        var aims = DemoAim.In(size);
        var lives = new List<DemoLife>(ChunkSize);
        for (var i = 0; i < size.Cases; i++)
        {
            var aim = aims.GetValueOrDefault(i);
            var life = Begin(reports, aim, aim is { Days: var days } ? now.AddDays(-days) : now.AddDays(-size.Age(i, random.NextDouble())).AddMinutes(-5), random);
            course.Live(life, aim, random);
            deeds.Known(life);
            lives.Add(life);
            if (lives.Count < Math.Max(ChunkSize, size.Small ? size.Cases : 0)) continue;
            yield return Chunk(lives);
        }
        if (lives.Count > 0) yield return Chunk(lives);
    }

    private DemoLife Begin(DemoReports reports, DemoAim? aim, DateTime at, Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        var (report, incoming, social) = reports.Next(random, new Guid(id), at, aim, size.EverythingIsWhole);
        // The desk, the telephone and the village office take reports while they are open.
        if (aim is null && incoming.Channel is not ("web" or "whatsapp") && WorkingCalendar.Shipped.AddWorkingTime(at, TimeSpan.FromMinutes(1 + random.Next(50))) is var open && open < now) at = open;
        var keys = secrets.For(report.Id, report.Secrecy == Secrecy.Secret);
        var draw = 0;
        var code = secrets.Code(catalogue.Instance.TicketPrefix, report.Id, draw);
        while (!codes.Add(code.Symbols)) code = secrets.Code(catalogue.Instance.TicketPrefix, report.Id, ++draw);
        var (made, _) = rows.Of(report, incoming, code, keys, secrets.ContentHash(report.Id.Value.ToString("N")), at);
        var life = new DemoLife(made.OfType<CaseFile>().Single(), made.OfType<Report>().Single(), report, social, random.Next());
        life.File.PhotoCount = report.Photos;
        life.Acts.Add(made.OfType<Act>().Single());
        life.Rows.AddRange(made.OfType<Person>());
        return life;
    }

    /// <summary>A case is whole only now: until its chunk is full another may have joined it.</summary>
    private DemoChunk Chunk(List<DemoLife> lives)
    {
        var chunk = new DemoChunk();
        foreach (var life in lives)
        {
            traces.Leave(life);
            chunk.Add(life);
        }
        lives.Clear();
        deeds.Written();
        return chunk;
    }
}
