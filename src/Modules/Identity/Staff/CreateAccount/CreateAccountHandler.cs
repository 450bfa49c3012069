using Layar.Identity.Accounts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff.CreateAccount;

/// <summary>An account without any duty; its first password is told once and must be changed.</summary>
internal sealed class CreateAccountHandler(
    AppDb db, IPasswordHasher<StaffAccount> hasher, PersonalFields personal, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome<(StaffAccount Account, string Password)>> Run(AccountForm form, Actor actor, CancellationToken stop) =>
        form.ReadUserName().Then(userName => form.Read().Match<Outcome<(string UserName, (string Name, string Nip, string Phone) Fields)>>(rest => (userName, rest), why => why))
            .Match(read => Create(read.UserName, read.Fields, actor, stop), why => Task.FromResult<Outcome<(StaffAccount, string)>>(why));

    private Task<Outcome<(StaffAccount Account, string Password)>> Create(string userName, (string Name, string Nip, string Phone) form, Actor actor, CancellationToken stop) =>
        change.Run<(StaffAccount, string)>(async () =>
        {
            if (await db.Set<StaffAccount>().AnyAsync(a => a.UserName == userName, stop)) return new Refusal("identity.user-name.taken", "Input.UserName");
            var password = TemporaryPassword.New();
            var account = new StaffAccount
            {
                Id = new(Guid.CreateVersion7()), UserName = userName, Name = form.Name, MustChangePassword = true,
                SecurityStamp = Guid.NewGuid().ToString("N"), CreatedAt = clock.GetUtcNow().UtcDateTime,
            };
            account.Nip = personal.Seal(form.Nip, PersonalFields.Nip, account);
            account.Phone = personal.Seal(form.Phone, PersonalFields.Phone, account);
            account.PasswordHash = hasher.HashPassword(account, password);
            db.Add(account);
            await acts.Record(account.Id.Value, "AccountCreated", actor, stop, after: new { account.UserName, account.Name });
            return (account, password);
        }, stop);
}
