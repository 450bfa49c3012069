using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;

namespace Layar.People.Facts;

/// <param name="AsOf">the day for which the source says it</param>
/// <param name="CheckedBy">who compared it with the paper or the person</param>
internal sealed record FactOrigin(string Source, DateOnly AsOf, string? CheckedBy, string RecordedBy);

/// <summary>Where something comes from, as an officer typed it.</summary>
/// <param name="Checked">the officer compared it with the paper or the person</param>
internal sealed record OriginInput(string? Source, DateOnly? AsOf, bool Checked)
{
    public IEnumerable<Refusal> Faults(SourceTrust trust, DateOnly today)
    {
        if (Source is null || trust.Source(Source, today) is null) yield return new("people.refused.source", "Source");
        if (AsOf is not { } day || day > today) yield return new("people.refused.day", "AsOf");
    }

    /// <summary>Only after there were no faults.</summary>
    public FactOrigin By(StaffMember member) => new(Source!, AsOf!.Value, Checked ? member.Name : null, member.Name);
}

/// <summary>A row that says where it comes from.</summary>
internal interface IStated
{
    string Source { get; }

    /// <summary>The day for which the source says it.</summary>
    DateOnly StatedFor { get; }

    /// <summary>Who compared it with the paper or the person; null when nobody did.</summary>
    string? CheckedBy { get; }

    /// <summary>Null where Layar itself wrote it down.</summary>
    string? RecordedBy { get; }
}
