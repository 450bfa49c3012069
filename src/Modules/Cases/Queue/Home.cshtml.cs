using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Queue;

/// <summary>Where everybody begins after signing in: three numbers, the next five cases, and ways on.</summary>
[StaffPage]
internal sealed class HomeModel(OfficerQueue queue, QueueCounting counting, StaffPlaces places, IEnumerable<IWaitingWork> rooms, ICurrentStaff staff, CaseWords words) : PageModel
{
    public CaseWords Words { get; } = words;

    public string Name => staff.Required.Name;

    public bool WorksWithCases => staff.Required.HasAny(CaseDeskPage.Readers);

    public QueueCounts Counts { get; private set; } = QueueCounts.None;

    public IReadOnlyList<QueueRow> Next { get; private set; } = [];

    public IReadOnlyList<StaffPlace> Places => [.. places.For(staff.Required).Where(p => p.Href != "/petugas/antrean")];

    /// <summary>What waits in other rooms: where, and in which words.</summary>
    public IReadOnlyList<(string Href, string Words)> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (!WorksWithCases) return;
        Counts = await counting.For(staff.Required, stop);
        Next = (await queue.Page(new QueueFilter { View = QueueView.Mine }, staff.Required, stop, 5)).Rows;
        var waiting = new List<(string, string)>();
        foreach (var room in rooms.Where(r => Places.Any(p => p.Href == r.Href)))
            if (await room.For(staff.Required, stop) is > 0 and var many) waiting.Add((room.Href, Words.Text(room.Sentence, many)));
        Waiting = waiting;
    }
}
