using Layar.Identity.Contracts;

namespace Layar.People.Contracts;

/// <summary>
/// The copy of everything the office holds of one person, which the person may ask for (UU 27/2022 articles 6 and 7). Every module
/// fills in what it holds, and names the things whose acts and readings belong to the trail of processing.
/// </summary>
public sealed class PersonCopy(IReadOnlyList<PersonId> persons)
{
    private readonly List<CopySection> sections = [];
    private readonly Dictionary<Guid, (string Kind, string Label)> things = [];

    /// <summary>The person and those merged into it.</summary>
    public IReadOnlyList<PersonId> Persons { get; } = persons;

    public IReadOnlyList<CopySection> Sections => sections;

    /// <summary>Ids whose acts and read entries are the trail.</summary>
    public IReadOnlyCollection<Guid> Things => things.Keys;

    /// <param name="title">text in the language of the reader</param>
    /// <param name="lines">a section without lines is left out</param>
    public void Add(string title, IReadOnlyList<CopyLine> lines)
    {
        if (lines.Count > 0) sections.Add(new CopySection(title, lines));
    }

    /// <summary>Something about this person that is opened and changed on its own.</summary>
    /// <param name="kind"><c>person</c>, <c>case</c>, <c>report</c>, <c>letter</c>, <c>photo</c></param>
    /// <param name="label">how people name it, for example the number of a case</param>
    public void Concerns(string kind, Guid id, string label) => things[id] = (kind, label);

    /// <summary>Those of one kind that were named so far.</summary>
    public IReadOnlyList<(Guid Id, string Label)> Of(string kind) => [.. things.Where(t => t.Value.Kind == kind).Select(t => (t.Key, t.Value.Label))];

    public string LabelOf(Guid id) => things.GetValueOrDefault(id).Label ?? "";
}

/// <param name="Title">in the language of the reader</param>
public sealed record CopySection(string Title, IReadOnlyList<CopyLine> Lines);

/// <param name="Label">what it is</param>
/// <param name="Value">what is written down</param>
/// <param name="Origin">who said or wrote it, and when; null when that goes without saying</param>
public sealed record CopyLine(string Label, string Value, string? Origin = null);

/// <summary>What one module holds of a person.</summary>
public interface IPersonCopyPart
{
    /// <summary>Persons 0, cases 10; what hangs on cases follows.</summary>
    int Order { get; }

    /// <param name="viewer">who prepares the copy; what is secret to this officer is left out</param>
    Task Fill(PersonCopy copy, StaffMember viewer, CancellationToken stop);
}
