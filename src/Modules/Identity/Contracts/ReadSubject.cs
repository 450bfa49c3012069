namespace Layar.Identity.Contracts;

/// <summary>The thing that a read entry names, in people's words.</summary>
/// <param name="Label">number, code or name; empty when it is not for the viewer to know</param>
/// <param name="Href">page of the thing; null when it has none</param>
/// <param name="About">what it belongs to: a photo to a case, a case to a person; null for a person</param>
public sealed record ReadSubject(string Label, string? Href, SubjectKey? About = null);

/// <param name="Kind">as in read entries: <c>person</c>, <c>case</c>, <c>letter</c>, <c>photo</c>, <c>reporter</c> …</param>
public readonly record struct SubjectKey(string Kind, Guid Id);

/// <summary>Every module names the things of read entries that it keeps.</summary>
public interface IReadSubjects
{
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Those of these ids that this module keeps; named only as far as the viewer may know.</summary>
    Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop);
}
