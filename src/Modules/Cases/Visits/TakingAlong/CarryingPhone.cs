using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Http;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>Which phones may take along and bring home.</summary>
internal static class CarryingPhone
{
    /// <summary>The phone erases what it carries.</summary>
    public static IResult Gone => Results.Json(new { state = "revoked" }, statusCode: StatusCodes.Status410Gone);

    /// <summary>
    /// Null when the phone may go on. One that the office does not know, because an older backup was restored, is written down anew: what was
    /// filled on it must come home. On a phone of somebody else nothing is given out and nothing erased; its officer signs in.
    /// </summary>
    public static async Task<IResult?> Refused(this IFieldDevices devices, Guid device, HttpContext http, StaffMember member, CancellationToken stop)
    {
        var standing = await devices.Standing(device, member, stop);
        if (standing == DeviceStanding.Unknown && (await devices.Enrol(device, member, http.Request.Headers.UserAgent.ToString(), stop)).Refusal is null) standing = DeviceStanding.Live;
        return standing switch
        {
            DeviceStanding.Live => null,
            DeviceStanding.Foreign => Results.Json(new { state = "sign-in" }, statusCode: StatusCodes.Status403Forbidden),
            _ => Gone,
        };
    }
}
