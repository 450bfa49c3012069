using Layar.Identity.Accounts;
using Layar.Identity.Duties;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Demo;

/// <summary>Invented people, at least one per role, all with the published demo password.</summary>
internal sealed class DemoAccounts(AppDb db, Change change, ActRecorder acts, IPasswordHasher<StaffAccount> hasher, Installation installation, TimeProvider clock)
{
    public async Task Create(CancellationToken stop)
    {
        if (!installation.Demo) throw new InvalidOperationException("Demo accounts belong to a demo installation only.");
        var present = await db.Set<StaffAccount>().Select(a => a.UserName).ToHashSetAsync(stop);
        var missing = DemoPerson.All(installation.AreaCode).Where(p => !present.Contains(p.UserName)).ToList();
        if (missing.Count == 0) return;
        var outcome = await change.Run(async () =>
        {
            string? hash = null;
            foreach (var person in missing) hash = await Add(person, hash, stop);
            return Outcome.Success;
        }, stop);
        if (!outcome.IsDone) throw new InvalidOperationException("Demo accounts were made by somebody else at the same time.");
    }

    public Task<bool> Exist(CancellationToken stop) => db.Set<StaffAccount>().AnyAsync(a => a.Demo, stop);

    private async Task<string> Add(DemoPerson person, string? hash, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var account = new StaffAccount
        {
            Id = new(Guid.CreateVersion7()), UserName = person.UserName, Name = person.Name, Demo = true,
            SecurityStamp = Guid.NewGuid().ToString("N"), CreatedAt = now,
        };
        // One hash for all: the password is published, and two dozen slow hashes would keep the demo waiting.
        account.PasswordHash = hash ??= hasher.HashPassword(account, Environment.GetEnvironmentVariable("LAYAR_DEMO_PASSWORD") is { Length: > 0 } set ? set : "layar-demo");
        db.Add(account);
        db.Add(new Duty
        {
            Id = new(Guid.CreateVersion7()), AccountId = account.Id, Role = person.Role, Division = person.Division, Areas = person.Areas,
            ValidFrom = Wita.Day(now).AddYears(-1), LegalBasis = "SK demo", Acting = Acting.Own,
        });
        await acts.Record(account.Id.Value, "AccountCreated", Actor.System, stop, after: new { account.UserName, account.Name, role = person.Role });
        return hash;
    }
}
