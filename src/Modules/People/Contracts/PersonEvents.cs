namespace Layar.People.Contracts;

/// <summary>Two persons go on as one: <paramref name="Gone"/> is read as <paramref name="Kept"/> from now on.</summary>
public sealed record PersonsMerged(Guid Gone, Guid Kept);

/// <summary>A merge was taken back; both are persons of their own again.</summary>
public sealed record PersonsTakenApart(Guid Gone, Guid Kept);
