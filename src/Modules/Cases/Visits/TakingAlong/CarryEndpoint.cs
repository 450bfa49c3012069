using System.Globalization;
using System.Text.Json;
using Layar.Cases.Visits.Merging;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Cases.Visits.TakingAlong;

/// <summary>What the phone sends: either that it wants to carry, or the changes of its visits.</summary>
internal sealed record Brought(Guid Device, bool Enrol, IReadOnlyList<BroughtVisit>? Visits);

internal sealed record BroughtVisit(Guid Visit, IReadOnlyList<SentChange> Changes, string? Lat, string? Lon, string? Accuracy);

/// <param name="Refused">why nothing of this visit was taken, in words; null when it was</param>
internal sealed record TakenVisit(Guid Visit, string? Refused, IReadOnlyList<ChangeAnswer> Answers);

/// <summary><c>/petugas/lapangan/bawaan</c>: what a phone takes along, and what it brings home; <c>/petugas/lapangan/hasil</c>: the report with which a visit ends.</summary>
internal static class CarryEndpoint
{
    public const string Path = "/petugas/lapangan/bawaan";
    public const string ResultPath = "/petugas/lapangan/hasil";
    private const long Largest = 2 << 20;

    public static void MapCarrying(this IEndpointRouteBuilder app)
    {
        var fillers = new StaffPageAttribute(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion);
        app.MapGet(Path, Get).WithMetadata(fillers).ExcludeFromDescription();
        app.MapPost(Path, Post).WithMetadata(fillers, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest)).ExcludeFromDescription();
        app.MapGet(ResultPath, () => Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status409Conflict)).WithMetadata(fillers).ExcludeFromDescription();
        app.MapPost(ResultPath, End).WithMetadata(fillers, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest)).ExcludeFromDescription();
    }

    /// <param name="hp">the phone; without one nothing is given out</param>
    private static async Task<IResult> Get(Guid? hp, HttpContext http, TakeAlong along, IFieldDevices devices, ICurrentStaff staff, CancellationToken stop)
    {
        if (hp is not { } device) return Results.Json(new { state = "unknown" }, statusCode: StatusCodes.Status409Conflict);
        if (await devices.Refused(device, http, staff.Required, stop) is { } no) return no;
        var day = JsonSerializer.SerializeToUtf8Bytes(await along.Day(staff.Required, stop), JsonSerializerOptions.Web);
        // The phone shows how much of it has come, also when it comes packed.
        http.Response.Headers["Layar-Bytes"] = day.Length.ToString(CultureInfo.InvariantCulture);
        return Results.Bytes(day, "application/json");
    }

    private static async Task<IResult> Post(Brought brought, HttpContext http, TakeChanges take, IFieldDevices devices, ICurrentStaff staff, TextCatalogue texts, CancellationToken stop)
    {
        if (brought.Enrol)
        {
            var enrolled = await devices.Enrol(brought.Device, staff.Required, http.Request.Headers.UserAgent.ToString(), stop);
            return enrolled.Match(half => Results.Json(new { half = Convert.ToBase64String(half) }), _ => CarryingPhone.Gone);
        }
        if (await devices.Refused(brought.Device, http, staff.Required, stop) is { } no) return no;
        var taken = new List<TakenVisit>();
        foreach (var visit in (brought.Visits ?? []).Take(TakeAlong.Most))
        {
            var sent = new SentVisit(visit.Visit, visit.Changes, Position.Read(visit.Lat, visit.Lon, visit.Accuracy), brought.Device);
            var outcome = await take.Handle(sent, staff.Required, stop);
            taken.Add(outcome.Match(answers => new TakenVisit(visit.Visit, null, answers), why => new TakenVisit(visit.Visit, texts[why.Code, [.. why.Args]], [])));
        }
        return Results.Json(new { visits = taken });
    }

    private static async Task<IResult> End(BroughtResult brought, HttpContext http, BringResult bring, IFieldDevices devices, ICurrentStaff staff, TextCatalogue texts, CancellationToken stop)
    {
        if (await devices.Refused(brought.Device, http, staff.Required, stop) is { } no) return no;
        var answer = await bring.Handle(brought, staff.Required, stop);
        return Results.Json(new { result = answer.State, answer.Mark, answer.Theirs, refused = answer.Why is { } why ? texts[why.Code, [.. why.Args]] : null });
    }
}
