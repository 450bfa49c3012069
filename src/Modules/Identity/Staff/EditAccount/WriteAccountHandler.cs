using System.Globalization;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff.EditAccount;

/// <summary>Writes name, NIP and telephone of a colleague, over what the administrator has seen.</summary>
internal sealed class WriteAccountHandler(AppDb db, PersonalFields personal, Change change, ActRecorder acts, TextCatalogue texts)
{
    public const string Changed = "identity.staff.changed";

    private static readonly string[] Writing = ["AccountCreated", "AccountEdited", "PhoneChanged"];

    /// <param name="seen"><see cref="AccountForm.Seen"/> of the account as the page showed it</param>
    public Task<Outcome> Run(StaffId id, AccountForm form, string? seen, Actor actor, CancellationToken stop) => form.Read().Match(
        read => change.RunAnew(() => Write(id, read, seen, actor, stop), stop),
        why => Task.FromResult<Outcome>(why));

    private async Task<Outcome> Write(StaffId id, (string Name, string Nip, string Phone) read, string? seen, Actor actor, CancellationToken stop)
    {
        var account = await db.Set<StaffAccount>().FirstAsync(a => a.Id == id, stop);
        var differing = Differing(AccountForm.Of(account, personal), account, read).ToList();
        if (differing.Count == 0) return Outcome.Success;
        if (seen != AccountForm.Seen(account)) return Refusal.Of([await ByWhom(id, stop), .. differing])!;
        var before = new { account.Name };
        account.Name = read.Name;
        account.Nip = personal.Seal(read.Nip, PersonalFields.Nip, account);
        account.Phone = personal.Seal(read.Phone, PersonalFields.Phone, account);
        await acts.Record(id.Value, "AccountEdited", actor, stop, before: before, after: new { account.Name });
        return Outcome.Success;
    }

    private async Task<Refusal> ByWhom(StaffId id, CancellationToken stop)
    {
        var act = await db.Set<Act>().AsNoTracking().Where(a => a.Chain == id.Value && Writing.Contains(a.Kind)).OrderByDescending(a => a.Seq).FirstOrDefaultAsync(stop);
        return act is null ? new Refusal(Change.ChangedMeanwhile) : new Refusal(Changed, null, act.ActorName, texts.Did(act.Kind).ToLower(CultureInfo.CurrentCulture), Wita.Full(act.At));
    }

    /// <summary>What stands in each field that was typed otherwise.</summary>
    private IEnumerable<Refusal> Differing(AccountForm now, StaffAccount account, (string Name, string Nip, string Phone) read)
    {
        if (read.Name != now.Name) yield return Now("Input.Name", now.Name);
        if (read.Nip != (now.Nip ?? "")) yield return Now("Input.Nip", now.Nip);
        if (read.Phone != (personal.Open(account.Phone, PersonalFields.Phone, account) ?? "")) yield return Now("Input.Phone", now.Phone);
    }

    private static Refusal Now(string field, string? value) => value is null ? new Refusal("identity.staff.now-empty", field) : new Refusal("identity.staff.now", field, value);
}
