using Layar.Identity.Contracts;

namespace Layar.People.Contracts;

/// <summary>A part of the person's page that another module brings: its own partial view and model.</summary>
public interface IPersonPanel
{
    int Order { get; }

    /// <summary>Null when the module has nothing to show.</summary>
    /// <param name="persons">the person and those merged into it</param>
    Task<PersonPanelContent?> For(IReadOnlyList<PersonId> persons, StaffMember viewer, CancellationToken stop);
}

/// <param name="View">absolute path of the partial view, e.g. <c>/OfPerson/Cases.cshtml</c></param>
public sealed record PersonPanelContent(string View, object Model);

/// <summary>Who, besides those who keep secrets, may see a person of a secret case. The module of cases answers.</summary>
public interface IRestrictedPersons
{
    /// <summary>Whether the member is named for a secret case of one of these persons.</summary>
    Task<bool> IsNamedFor(IReadOnlyList<PersonId> persons, StaffMember member, CancellationToken stop);
}
