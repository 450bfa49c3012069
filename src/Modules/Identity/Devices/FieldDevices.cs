using System.Security.Cryptography;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Devices;

internal sealed class FieldDevices(AppDb db, Change change, FieldCipher cipher, ActRecorder acts, TimeProvider clock) : IFieldDevices
{
    private const int HalfBytes = 32;
    private const int Most = 30;
    private static readonly Refusal Revoked = new("identity.device.is-revoked");

    public Task<Outcome<byte[]>> Enrol(Guid device, StaffMember member, string userAgent, CancellationToken stop) => change.Run<byte[]>(async () =>
    {
        if (device == Guid.Empty) return Revoked;
        var (id, now) = (new FieldDeviceId(device), clock.GetUtcNow().UtcDateTime);
        if (await db.Set<FieldDevice>().FirstOrDefaultAsync(d => d.Id == id, stop) is { } known)
        {
            if (known.AccountId != member.Id || known.SealedHalf is not { } half) return Revoked;
            known.SeenAt = now;
            return cipher.OpenBytes(half, FieldDevice.Half.Place, device);
        }
        var made = RandomNumberGenerator.GetBytes(HalfBytes);
        db.Add(new FieldDevice
        {
            Id = id, AccountId = member.Id, Name = DeviceName.Of(userAgent), SealedHalf = cipher.Seal(made, FieldDevice.Half.Place, device), EnrolledAt = now, SeenAt = now,
        });
        await acts.Record(member.Id.Value, "FieldDeviceEnrolled", member.As(Contracts.Roles.All), stop, after: new { device = DeviceName.Of(userAgent) }, touched: [device]);
        return made;
    }, stop);

    public async Task<DeviceStanding> Standing(Guid device, StaffMember member, CancellationToken stop)
    {
        var (id, now) = (new FieldDeviceId(device), clock.GetUtcNow().UtcDateTime);
        if (await db.Set<FieldDevice>().Where(d => d.Id == id && d.AccountId == member.Id && d.RevokedAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.SeenAt, now), stop) == 1) return DeviceStanding.Live;
        var standing = await Standing(device, stop);
        return standing == DeviceStanding.Live ? DeviceStanding.Foreign : standing;
    }

    /// <summary>Whether what lies on the phone may still be read: revoked is also the phone of an officer who works here no longer.</summary>
    public async Task<DeviceStanding> Standing(Guid device, CancellationToken stop)
    {
        var id = new FieldDeviceId(device);
        var live = await db.Set<FieldDevice>().Where(d => d.Id == id).Select(d => (bool?)(d.RevokedAt == null && db.Set<StaffAccount>().Any(a => a.Id == d.AccountId && a.Active))).FirstOrDefaultAsync(stop);
        return live switch { null => DeviceStanding.Unknown, true => DeviceStanding.Live, false => DeviceStanding.Revoked };
    }

    /// <summary>Phones of an officer, the newest first.</summary>
    public Task<List<FieldDevice>> Of(StaffId account, CancellationToken stop) =>
        db.Set<FieldDevice>().AsNoTracking().Where(d => d.AccountId == account).OrderByDescending(d => d.EnrolledAt).Take(Most).ToListAsync(stop);

    public Task<Outcome> Revoke(StaffId account, Guid device, Actor actor, CancellationToken stop) => change.Run(async () =>
    {
        var id = new FieldDeviceId(device);
        if (await db.Set<FieldDevice>().FirstOrDefaultAsync(d => d.Id == id && d.AccountId == account && d.RevokedAt == null, stop) is not { } found) return Revoked;
        (found.SealedHalf, found.RevokedAt, found.RevokedBy) = (null, clock.GetUtcNow().UtcDateTime, actor.Name);
        await acts.Record(account.Value, "FieldDeviceRevoked", actor, stop, after: new { device = found.Name }, touched: [device]);
        return Outcome.Success;
    }, stop);
}
