using Layar.Bench.Lab;
using Layar.Cases.Files;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Bench.Scenarios;

/// <summary>A case in the middle of the year whose timeline is as long as wanted: real acts of its life, then notes.</summary>
internal static class LongCase
{
    public static async Task<string> Make(DataSet data, int acts, CancellationToken stop)
    {
        await using var app = data.Program();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var file = await db.Set<CaseFile>().AsNoTracking().Where(c => c.Open && !c.Secret && c.PersonId != null).OrderBy(c => c.ReceivedAt).FirstAsync(stop);
        var recorder = scope.ServiceProvider.GetRequiredService<ActRecorder>();
        var there = await db.Set<Act>().CountAsync(a => a.Chain == file.Id.Value, stop);
        for (var i = there; i < acts; i++) await recorder.Record(file.Id.Value, "AddNote", Actor.System, stop, reason: $"Catatan ke-{i}: keluarga sudah dihubungi, menunggu berkas.");
        await db.SaveChangesAsync(stop);
        Npgsql.NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file.Number;
    }
}
