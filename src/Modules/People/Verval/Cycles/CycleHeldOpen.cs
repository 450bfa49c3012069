using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>Work within an open cycle, and its closing, keep out of each other's way; call inside a change.</summary>
internal static class CycleHeldOpen
{
    /// <summary>The cycle as it stands now; nobody closes it until the change ends.</summary>
    public static async Task<VervalCycle> HoldCycle(this AppDb db, VervalCycleId id, CancellationToken stop)
    {
        await db.ShareTurn(Turn(id), stop);
        return await db.Set<VervalCycle>().AsNoTracking().FirstAsync(c => c.Id == id, stop);
    }

    public static Task TurnToClose(this AppDb db, VervalCycleId id, CancellationToken stop) => db.TakeTurn(Turn(id), stop);

    private static string Turn(VervalCycleId id) => $"verval.cycle:{id.Value}";
}
