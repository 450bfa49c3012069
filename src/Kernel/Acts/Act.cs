using System.Security.Cryptography;
using System.Text;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Kernel.Acts;

public readonly record struct ActId(Guid Value) : IEntityId<ActId>
{
    public static ActId From(Guid value) => new(value);
}

/// <summary>
/// One thing that was done: append-only, chained by hash to the act before it in the same chain (a case, an account, a
/// letter book). Holds no identifying data of citizens.
/// </summary>
public sealed class Act
{
    public required ActId Id { get; init; }

    /// <summary>What the act belongs to: the id of the case, account, …</summary>
    public required Guid Chain { get; init; }

    /// <summary>1, 2, 3 … within the chain.</summary>
    public required int Seq { get; init; }

    /// <summary>Name of the act, e.g. <c>VisitRecorded</c>.</summary>
    public required string Kind { get; init; }

    public required DateTime At { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string ActorRole { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? Reason { get; init; }

    /// <summary>JSON list of ids this act touched besides its chain.</summary>
    public string? Touched { get; init; }

    /// <summary>JSON of the changed fields as they were.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of the changed fields as they became.</summary>
    public string? After { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    public static readonly byte[] Start = new byte[32];

    /// <summary>SHA-256 over every field and the hash before; times count in microseconds, as both databases keep them.</summary>
    public static byte[] ComputeHash(Guid id, Guid chain, int seq, string kind, DateTime at, Guid? actorId, string actorName, string actorRole,
        string? onBehalfOf, string? reason, string? touched, string? before, string? after, ReadOnlySpan<byte> previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        var text = new StringBuilder(256);
        void Add(string? part) => text.Append(part is null ? "-" : part.Length.ToString()).Append(':').Append(part).Append('|');
        Add(id.ToString("N"));
        Add(chain.ToString("N"));
        Add(seq.ToString());
        Add(kind);
        Add(Stored.Microseconds(at).ToString());
        Add(actorId?.ToString("N"));
        Add(actorName);
        Add(actorRole);
        Add(onBehalfOf);
        Add(reason);
        Add(touched);
        Add(before);
        Add(after);
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        return hash.GetHashAndReset();
    }

    public byte[] ComputeHash() => ComputeHash(Id.Value, Chain, Seq, Kind, At, ActorId, ActorName, ActorRole, OnBehalfOf, Reason, Touched, Before, After, PreviousHash);

    private sealed class Mapping : IEntityTypeConfiguration<Act>
    {
        public void Configure(EntityTypeBuilder<Act> act)
        {
            act.HasKey(a => a.Id);
            act.HasIndex(a => new { a.Chain, a.Seq }).IsUnique();
            act.HasIndex(a => a.At);
        }
    }
}
