using Layar.Kernel.Outcomes;

namespace Layar.Identity.Contracts;

/// <summary>Phones that carry data of the office away. Each has a half of its key here; a revoked one gets it no more and wipes itself.</summary>
public interface IFieldDevices
{
    /// <summary>The half of the key of this phone, made when it comes for the first time.</summary>
    /// <param name="device">made on the phone</param>
    /// <param name="userAgent">what the browser says it is</param>
    Task<Outcome<byte[]>> Enrol(Guid device, StaffMember member, string userAgent, CancellationToken stop);

    /// <summary>Whether this officer may carry data on this phone; marks it as seen.</summary>
    Task<DeviceStanding> Standing(Guid device, StaffMember member, CancellationToken stop);
}

/// <summary>What a phone is to the office. Only a revoked one is to wipe itself: what a foreign or a forgotten one holds is somebody's work.</summary>
public enum DeviceStanding { Live, Unknown, Foreign, Revoked }
