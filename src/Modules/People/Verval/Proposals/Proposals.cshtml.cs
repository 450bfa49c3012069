using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Sheets;
using Layar.People.Persons;
using Layar.People.Registry.Wizard;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>A file that went out.</summary>
internal sealed record SentFile(Guid Id, DateTime At, string By, int Rows);

/// <summary>The proposals of a cycle by their state, and the file for SIKS-NG.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker, Roles.Planner, Roles.Administrator)]
internal sealed class ProposalsModel(AppDb db, ProposalReading reading, SendProposals send, ProposalSheet sheet, ReadLog log, IAreas areas, ICurrentStaff staff, PersonWords words) : OneCycle(db, areas, staff, words)
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<ProposalsModel>();
    private const int Size = 50;
    private readonly AppDb db = db;

    [BindProperty(SupportsGet = true, Name = "keadaan")] public ProposalState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")] public string? Village { get; set; }

    /// <summary>The last proposal of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")] public Guid? Before { get; set; }

    public IReadOnlyList<ListedProposal> Rows { get; private set; } = [];

    public IReadOnlyDictionary<ProposalState, int> Counts { get; private set; } = new Dictionary<ProposalState, int>();

    public IReadOnlyList<SentFile> Files { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MaySend => Member.HasAny(VervalRoles.Senders) && Counts.GetValueOrDefault(ProposalState.Verified) > 0;

    public string Address(ProposalState? state, Guid? before = null) => $"{Path}/usulan?" + string.Join('&', new[] { ("keadaan", state?.ToString()), ("desa", Village), ("sebelum", before?.ToString()) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={p.Item2}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        await log.Opened(Member.As(Readers), "verval", Cycle.Id.Value, Words.Text("people.log.verval.proposals"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostKirimAsync(CancellationToken stop)
    {
        if (await LoadCycle(stop) is { } no) return no;
        if (!Member.HasAny(VervalRoles.Senders)) return Forbid();
        if ((await send.Do(Cycle.Id, Member, stop)).TryGet(out _, out var why)) return Done("people.verval.sent", $"{Path}/usulan?keadaan={ProposalState.Exported}");
        await Ready(stop);
        Show(why);
        return Page();
    }

    /// <summary>The file with the numbers in full; each download is written down.</summary>
    public async Task<IActionResult> OnGetBerkasAsync([FromQuery(Name = "kiriman")] Guid export, [FromQuery(Name = "bentuk")] string? form, CancellationToken stop)
    {
        if (await LoadCycle(stop) is { } no) return no;
        if (!Member.HasAny(VervalRoles.Senders) || !await Mine().AnyAsync(p => p.ExportId == export, stop)) return NotFound();
        await log.Opened(Member.As(VervalRoles.Senders), "verval-export", export, Words.Text("people.log.verval.export"), stop);
        var name = $"usulan-{Cycle.AsOf:yyyy-MM-dd}-{export.ToString("N")[^6..]}";
        if (form == "xlsx") return File(await sheet.Workbook(Cycle, export, stop), XlsxSheet.MediaType, name + ".xlsx");
        return new ListResult(name + ".csv", output => sheet.Write(Cycle, export, output, stop));
    }

    private IQueryable<VervalProposal> Mine()
    {
        var cycle = Cycle.Id;
        var proposals = db.Set<VervalProposal>().AsNoTracking().Where(p => p.CycleId == cycle);
        if (!string.IsNullOrEmpty(Village)) proposals = proposals.Where(p => p.Village == Village);
        if (Member.AreaScope.Count == 0) return proposals;
        var exact = Member.AreaScope.ToList();
        var below = exact.Select(s => s + ".").ToList();
        return proposals.Where(p => exact.Contains(p.Village) || below.Any(s => p.Village.StartsWith(s)));
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await LoadCycle(stop) is { } no) return no;
        Counts = await Mine().GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var shown = State is { } state ? Mine().Where(p => p.State == state) : Mine();
        if (Before is { } before)
        {
            var last = await Mine().Where(p => p.Id == new VervalProposalId(before)).Select(p => p.DraftedAt).FirstOrDefaultAsync(stop);
            shown = shown.Where(p => p.DraftedAt < last);
        }
        var rows = await reading.Read(shown.OrderByDescending(p => p.DraftedAt).Take(Size + 1), Member, stop);
        Rows = [.. rows.Take(Size)];
        if (rows.Count > Size) Next = Address(State, Rows[^1].Proposal.Id.Value);
        if (!Member.HasAny(VervalRoles.Senders)) return null;
        Files = await Mine().Where(p => p.ExportId != null).GroupBy(p => new { p.ExportId, p.ExportedAt, p.ExportedBy }).OrderByDescending(g => g.Key.ExportedAt)
            .Select(g => new SentFile(g.Key.ExportId!.Value, g.Key.ExportedAt!.Value, g.Key.ExportedBy!, g.Count())).Take(Size).ToListAsync(stop);
        return null;
    }
}
