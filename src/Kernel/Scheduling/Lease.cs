using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Kernel.Scheduling;

/// <summary>Says which process may run a job until when, so that several nodes can run side by side.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    public required string Holder { get; set; }

    public required DateTime Until { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<Lease>
    {
        public void Configure(EntityTypeBuilder<Lease> lease) => lease.HasKey(l => l.Name);
    }
}

public sealed class Leases(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider clock)
{
    private readonly string holder = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}"[..32];

    /// <summary>Takes or renews the lease; false when another process holds it.</summary>
    public async Task<bool> Take(string name, TimeSpan length, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        var taken = await db.Set<Lease>().Where(l => l.Name == name && (l.Holder == holder || l.Until < now))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Holder, holder).SetProperty(x => x.Until, now + length), stop);
        if (taken == 1) return true;
        if (await db.Set<Lease>().AnyAsync(l => l.Name == name, stop)) return false;
        try
        {
            db.Add(new Lease { Name = name, Holder = holder, Until = now + length });
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            return false;
        }
    }

    public async Task Release(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await db.Set<Lease>().Where(l => l.Holder == holder).ExecuteDeleteAsync(stop);
    }
}
