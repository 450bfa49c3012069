using System.Text;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Accounts;

internal sealed partial class StaffStore :
    IUserTwoFactorStore<StaffAccount>, IUserAuthenticatorKeyStore<StaffAccount>, IUserTwoFactorRecoveryCodeStore<StaffAccount>
{
    public Task SetTwoFactorEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken)
    {
        user.TotpOn = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.TotpOn);

    public Task SetAuthenticatorKeyAsync(StaffAccount user, string key, CancellationToken cancellationToken)
    {
        user.TotpSecret = personal.Seal(key, PersonalFields.TotpSecret, user);
        user.TotpStep = 0;
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(personal.Open(user.TotpSecret, PersonalFields.TotpSecret, user));

    public async Task ReplaceCodesAsync(StaffAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await db.Set<RecoveryCode>().Where(c => c.AccountId == user.Id).ExecuteDeleteAsync(cancellationToken);
        foreach (var code in recoveryCodes)
            db.Add(new RecoveryCode { Id = new(Guid.CreateVersion7()), AccountId = user.Id, Hash = HashOf(code) });
    }

    /// <summary>Deleting is redeeming: of two who bring the same code at once, one finds nothing.</summary>
    public async Task<bool> RedeemCodeAsync(StaffAccount user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(code);
        using var turn = db.Database.CurrentTransaction is null ? await gate.Enter(cancellationToken) : null;
        return await db.Set<RecoveryCode>().Where(c => c.AccountId == user.Id && c.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public Task<int> CountCodesAsync(StaffAccount user, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().CountAsync(c => c.AccountId == user.Id, cancellationToken);

    private byte[] HashOf(string code)
    {
        var plain = new StringBuilder(code.Length);
        foreach (var letter in code.Where(char.IsAsciiLetterOrDigit)) plain.Append(char.ToUpperInvariant(letter));
        return ring.BlindIndex("recovery-code", plain.ToString());
    }
}
