using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Uploads;

/// <summary>Finishes uploads that were whole when the program was stopped, and deletes those that nobody went on with.</summary>
internal sealed class UploadExpiry(IServiceScopeFactory scopes, TimeProvider time) : IJob
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
        var (change, now) = (scope.ServiceProvider.GetRequiredService<Change>(), time.GetUtcNow().UtcDateTime);
        while (await change.Run<int>(async () => await Delete(db, now, stop), stop) is var step && step.TryGet(out var found, out _) && found == Step) { }
    }

    /// <summary>The upload itself decides: its row goes only if it is still old at that moment, and its pieces only when the row is gone.</summary>
    private static async Task<int> Delete(AppDb db, DateTime now, CancellationToken stop)
    {
        var uploads = db.Set<ReportUpload>();
        var old = await uploads.Where(u => u.ExpiresAt <= now).OrderBy(u => u.ExpiresAt).Take(Step).Select(u => u.Id).ToListAsync(stop);
        await uploads.Where(u => old.Contains(u.Id) && u.ExpiresAt <= now).ExecuteDeleteAsync(stop);
        await db.Set<ReportUploadPiece>().Where(p => old.Contains(p.UploadId) && !uploads.Any(u => u.Id == p.UploadId)).ExecuteDeleteAsync(stop);
        return old.Count;
    }
}
