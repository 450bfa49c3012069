using System.Text.Json;
using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Accounts;

internal sealed partial class StaffStore : IUserPasskeyStore<StaffAccount>
{
    public async Task AddOrUpdatePasskeyAsync(StaffAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var known = await Passkey(user.Id, passkey.CredentialId, cancellationToken);
        if (known is null)
        {
            db.Add(New(user, passkey));
            return;
        }
        known.Name = passkey.Name ?? known.Name;
        known.SignCount = passkey.SignCount;
        known.UserVerified = passkey.IsUserVerified;
        known.BackedUp = passkey.IsBackedUp;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        var all = await db.Set<StaffPasskey>().AsNoTracking().Where(p => p.AccountId == user.Id).OrderBy(p => p.CreatedAt).Take(50).ToListAsync(cancellationToken);
        return [.. all.Select(Info)];
    }

    public async Task<StaffAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Set<StaffAccount>().SingleOrDefaultAsync(a => db.Set<StaffPasskey>().Any(p => p.AccountId == a.Id && p.CredentialId == credentialId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Passkey(user.Id, credentialId, cancellationToken) is { } found ? Info(found) : null;

    public async Task RemovePasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await Passkey(user.Id, credentialId, cancellationToken) is { } found) db.Remove(found);
    }

    private Task<StaffPasskey?> Passkey(StaffId account, byte[] credentialId, CancellationToken stop) =>
        db.Set<StaffPasskey>().SingleOrDefaultAsync(p => p.AccountId == account && p.CredentialId == credentialId, stop);

    private StaffPasskey New(StaffAccount user, UserPasskeyInfo passkey) => new()
    {
        Id = new(Guid.CreateVersion7()), AccountId = user.Id, CredentialId = passkey.CredentialId, PublicKey = passkey.PublicKey,
        Name = passkey.Name ?? "Kunci sandi", SignCount = passkey.SignCount, Transports = JsonSerializer.Serialize(passkey.Transports ?? []),
        UserVerified = passkey.IsUserVerified, BackupEligible = passkey.IsBackupEligible, BackedUp = passkey.IsBackedUp,
        Attestation = passkey.AttestationObject, ClientData = passkey.ClientDataJson, CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static UserPasskeyInfo Info(StaffPasskey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount,
        JsonSerializer.Deserialize<string[]>(passkey.Transports), passkey.UserVerified, passkey.BackupEligible, passkey.BackedUp,
        passkey.Attestation, passkey.ClientData)
    { Name = passkey.Name };
}
