using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Identity.Devices;

/// <summary>
/// <c>/lapangan/hp/{id}</c>: a phone asks at each start whether it may still read what it carries. Nobody is signed in then: the id is a
/// random number that only the phone and the office know, and the answer is one word.
/// </summary>
internal static class DeviceState
{
    public static void MapDeviceState(this IEndpointRouteBuilder app) => app.MapGet("/lapangan/hp/{id:guid}", Get).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Get(Guid id, FieldDevices devices, CancellationToken stop) =>
        Results.Json(new { state = (await devices.Standing(id, stop)).ToString().ToLowerInvariant() });
}
