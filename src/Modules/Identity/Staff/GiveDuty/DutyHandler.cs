using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Identity.Sessions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff.GiveDuty;

/// <summary>Gives and ends duties. A duty that has begun is ended by a date, so that who was what on which day stays known.</summary>
internal sealed class DutyHandler(AppDb db, IEnumerable<IWorkAreas> areas, SessionBook book, Change change, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome> Give(StaffAccount account, DutyForm form, Actor actor, CancellationToken stop)
    {
        if (form.Fault(Exists) is { } fault) return fault;
        var outcome = await change.Run(async () =>
        {
            var whose = form.Acting == Acting.Own || form.OnBehalfOf is null ? null : await db.Set<StaffAccount>().SingleOrDefaultAsync(a => a.Id == new StaffId(form.OnBehalfOf.Value), stop);
            if (whose?.Id == account.Id) return new Refusal("identity.duty.whose.self", "Input.OnBehalfOf");
            var duty = New(account, form, whose);
            await db.TakeTurn($"account:{account.Id.Value}", stop);
            // A button pressed twice gives one duty.
            if ((await db.Set<Duty>().AsNoTracking().Where(d => d.AccountId == account.Id && d.Role == duty.Role && d.ValidFrom == duty.ValidFrom).ToListAsync(stop)).Any(d => Same(d, duty))) return Outcome.Success;
            db.Add(duty);
            await acts.Record(account.Id.Value, "DutyGiven", actor, stop, reason: duty.LegalBasis, after: Words(duty), touched: [duty.Id.Value]);
            return Outcome.Success;
        }, stop);
        book.Forget();
        return outcome;
    }

    /// <param name="until">last day; yesterday when null, so that it ends at once</param>
    public async Task<Outcome> End(StaffAccount account, DutyId id, DateOnly? until, Actor actor, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            if (await db.Set<Duty>().SingleOrDefaultAsync(d => d.Id == id && d.AccountId == account.Id, stop) is not { } duty) return new Refusal("identity.duty.gone");
            var before = new { duty.ValidTo };
            duty.ValidTo = until ?? Wita.Day(clock.GetUtcNow().UtcDateTime).AddDays(-1);
            await acts.Record(account.Id.Value, "DutyEnded", actor, stop, before: before, after: Words(duty), touched: [duty.Id.Value]);
            return Outcome.Success;
        }, stop);
        book.Forget();
        return outcome;
    }

    private bool Exists(string code) => areas.FirstOrDefault() is not { } known || known.Describe(code) is not null;

    private static Duty New(StaffAccount account, DutyForm form, StaffAccount? whose) => new()
    {
        Id = new(Guid.CreateVersion7()), AccountId = account.Id, Role = form.Role!, Division = Blank(form.Division),
        Areas = string.Join(' ', form.AreaCodes),
        ValidFrom = form.ValidFrom!.Value, ValidTo = form.ValidTo, LegalBasis = form.LegalBasis!.Trim(), Acting = form.Acting,
        OnBehalfOfId = whose?.Id, OnBehalfOfName = form.Acting == Acting.Own ? null : whose?.Name ?? Blank(form.OnBehalfOfName),
    };

    private static bool Same(Duty one, Duty other) =>
        (one.Division, one.Areas, one.ValidTo, one.LegalBasis, one.Acting, one.OnBehalfOfId, one.OnBehalfOfName)
        == (other.Division, other.Areas, other.ValidTo, other.LegalBasis, other.Acting, other.OnBehalfOfId, other.OnBehalfOfName);

    private static object Words(Duty duty) => new
    {
        duty.Role, duty.Division, duty.Areas, duty.ValidFrom, duty.ValidTo, acting = duty.Acting.ToString(), duty.OnBehalfOfName,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
