using Layar.Identity.Contracts;

namespace Layar.Cases.Contracts;

/// <summary>What waits for an officer in another room of the office: its number stands beside that room in the menu, and on the first page.</summary>
public interface IWaitingWork
{
    /// <summary>The room, as the menu names it.</summary>
    string Href { get; }

    /// <summary>Key of the sentence on the first page; {0} is the number.</summary>
    string Sentence { get; }

    Task<int> For(StaffMember member, CancellationToken stop);
}
