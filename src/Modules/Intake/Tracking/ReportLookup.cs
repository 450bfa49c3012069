using System.Security.Cryptography;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Tracking;

/// <summary>Finds a report by what its reporter holds.</summary>
internal sealed class ReportLookup(AppDb db, ReportSecrets secrets)
{
    // Stands in for the report that is not there, so that an unknown code costs what a wrong pair costs.
    private static readonly ReportId Nobody = new(Guid.Parse("0ddba11c-0de5-7000-8000-000000000000"));

    private static readonly Func<AppDb, string, CancellationToken, Task<Report?>> WithCode = EF.CompileAsyncQuery((AppDb db, string symbols, CancellationToken stop) =>
        db.Set<Report>().AsNoTracking().FirstOrDefault(r => r.Code == symbols));

    public Task<Report?> ByCode(TicketCode code, CancellationToken stop) =>
        WithCode(db, code.Symbols, stop);

    public Task<Report?> ById(ReportId id, CancellationToken stop) =>
        db.Set<Report>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);

    public async Task<Report?> ByLink(LinkSecret secret, CancellationToken stop)
    {
        var index = secrets.LinkIndex(secret);
        return await db.Set<Report>().AsNoTracking().FirstOrDefaultAsync(r => r.LinkIndex == index, stop);
    }

    /// <summary>By code and PIN, or code and last four digits; null tells neither which was wrong nor whether the code exists.</summary>
    public async Task<Report?> ByPair(TicketCode code, string? second, CancellationToken stop)
    {
        var report = await ByCode(code, stop);
        var id = report?.Id ?? Nobody;
        var digits = string.Concat((second ?? "").Where(char.IsAsciiDigit));
        var pin = secrets.For(id, report?.Secrecy == Secrecy.Secret).Pin;
        var right = Pin.Parse(digits).Match(pin.Matches, _ => false)
            | (CryptographicOperations.FixedTimeEquals(secrets.LastFour(id, digits), report?.LastFour ?? new byte[16]) & digits.Length == 4);
        return right ? report : null;
    }
}
