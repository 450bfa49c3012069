using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Uploads;

/// <summary>Finishes uploads that were whole when the program was stopped, and deletes those that nobody went on with.</summary>
internal sealed class UploadExpiry(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time) : IJob
{
    private const int Step = 50;

    public string Name => "uploads";

    public TimeSpan Period => TimeSpan.FromMinutes(5);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var attach = scope.ServiceProvider.GetRequiredService<AttachUpload>();
        foreach (var upload in await db.Set<ReportUpload>().AsNoTracking().Where(u => u.DoneAt == null && u.Received == u.Length).Take(Step).ToListAsync(stop))
            await attach.Handle(upload);
        var now = time.GetUtcNow().UtcDateTime;
        using var turn = await gate.Enter(stop);
        var old = db.Set<ReportUpload>().Where(u => u.ExpiresAt <= now);
        await db.Set<ReportUploadPiece>().Where(p => old.Any(u => u.Id == p.UploadId)).ExecuteDeleteAsync(stop);
        await old.ExecuteDeleteAsync(stop);
    }
}
