using Layar.Linkage.Comparison;

namespace Layar.Linkage.Instant;

/// <summary>What the index knows of a person. Everything but the id may be missing.</summary>
/// <param name="Number">NIK; other marks than digits are ignored</param>
public readonly record struct IndexedPerson(Guid Id, string? Name, string? Number = null, DateOnly? Born = null);

/// <summary>A person who may be meant, heaviest first.</summary>
/// <param name="Weight">binary logarithm of how much likelier what was typed is for this person than for anybody</param>
public sealed record IndexHit(IndexedPerson Person, double Weight, IReadOnlyList<TypedEvidence> Evidence);

/// <summary>What one typed word says: what was found for it and how well it agrees; null when nothing was.</summary>
public sealed record TypedEvidence(string Typed, string? Found, AgreementLevel Level, double Weight);
