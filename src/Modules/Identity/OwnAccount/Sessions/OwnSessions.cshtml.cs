using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Devices;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.OwnAccount.Sessions;

[StaffPage]
internal sealed class OwnSessionsModel(
    UserManager<StaffAccount> users, TextCatalogue texts, AppDb db, SessionEnder sessions, SessionBook book, FieldDevices devices, Change change, ActRecorder acts, TimeProvider clock)
    : OwnPage(users, texts)
{
    private const int Most = 50;

    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    public IReadOnlyList<FieldDevice> Devices { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public DateTime Seen(StaffSession session) => book.LastSeen(session);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var oldest = Now - SessionLimits.Absolute;
        var account = Me.Member.Id;
        var found = await db.Set<StaffSession>().AsNoTracking()
            .Where(s => s.AccountId == account && s.StartedAt > oldest && s.Stage == SessionStage.Open)
            .OrderByDescending(s => s.StartedAt).Take(Most).ToListAsync(stop);
        Sessions = [.. found.Where(s => Now - Seen(s) <= SessionLimits.Idle)];
        Devices = await devices.Of(account, stop);
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => End(async () => await sessions.End(Me.Member.Id, new(id), stop) ? 1 : 0, stop);

    public Task<IActionResult> OnPostOthersAsync(CancellationToken stop) => End(() => sessions.EndAll(Me.Member.Id, Me.Session, stop), stop);

    public async Task<IActionResult> OnPostRevokeAsync(Guid device, CancellationToken stop)
    {
        var outcome = await devices.Revoke(Me.Member.Id, device, Me.Actor, stop);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, Texts);
        Say("identity.devices.done");
        return RedirectToPage();
    }

    private async Task<IActionResult> End(Func<Task<int>> end, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            var ended = await end();
            if (ended > 0) await acts.Record(Me.Member.Id.Value, "SessionEnded", Me.Actor, stop, after: new { ended });
            return Outcome.Success;
        }, stop);
        sessions.Announce();
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, Texts);
        Say("identity.sessions.ended");
        return RedirectToPage();
    }
}
