using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Kernel.Acts;

/// <summary>Adds acts to the current change. Two acts written at once on one chain meet at the unique index, and one is refused.</summary>
public sealed class ActRecorder(AppDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public async Task<Act> Record(Guid chain, string kind, Actor actor, CancellationToken stop,
        string? reason = null, object? before = null, object? after = null, IReadOnlyList<Guid>? touched = null)
    {
        var last = db.ChangeTracker.Entries<Act>().Select(e => e.Entity).Where(a => a.Chain == chain).MaxBy(a => a.Seq)
            ?? await db.Set<Act>().AsNoTracking().Where(a => a.Chain == chain).OrderByDescending(a => a.Seq).FirstOrDefaultAsync(stop);
        var act = Compose(last, chain, kind, actor, clock.GetUtcNow().UtcDateTime, reason, before, after, touched);
        db.Add(act);
        return act;
    }

    /// <summary>Makes the act that follows <paramref name="last"/>, without writing it.</summary>
    public static Act Compose(Act? last, Guid chain, string kind, Actor actor, DateTime at, string? reason = null, object? before = null, object? after = null, IReadOnlyList<Guid>? touched = null)
    {
        var id = new ActId(Guid.CreateVersion7(at));
        at = new DateTime(at.Ticks - at.Ticks % 10, DateTimeKind.Utc);
        var seq = (last?.Seq ?? 0) + 1;
        var previous = last?.Hash ?? Act.Start;
        var touchedText = Text(touched);
        var beforeText = Text(before);
        var afterText = Text(after);
        return new Act
        {
            Id = id, Chain = chain, Seq = seq, Kind = kind, At = at,
            ActorId = actor.Id, ActorName = actor.Name, ActorRole = actor.Role, OnBehalfOf = actor.OnBehalfOf,
            Reason = reason, Touched = touchedText, Before = beforeText, After = afterText, PreviousHash = previous,
            Hash = Act.ComputeHash(id.Value, chain, seq, kind, at, actor.Id, actor.Name, actor.Role, actor.OnBehalfOf, reason, touchedText, beforeText, afterText, previous),
        };
    }

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);
}
