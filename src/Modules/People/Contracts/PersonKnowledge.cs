using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;

namespace Layar.People.Contracts;

/// <summary>What is written down of a person and of those who live with the person, for the rules of programmes.</summary>
/// <param name="Card">the person itself, as <see cref="IPersons.Find"/> gives it</param>
/// <param name="Person">traces of the person, with those that were merged into it</param>
/// <param name="Household">traces of each other member whom the officer may see</param>
public sealed record PersonKnowledge(PersonCard Card, IReadOnlyList<Trace> Person, IReadOnlyList<IReadOnlyList<Trace>> Household);

public interface IPersonKnowledge
{
    /// <summary>
    /// Age, sex, area of the NIK, types, labels, disabilities, programmes and what the register of the State says of the person and its family. The caller has checked that the officer may see the person. Sensitive types only for who may read them; for everybody else they are not
    /// there, so that rules about them stay unknown. Null when there is no such person.
    /// At most four questions to the database.
    /// </summary>
    Task<PersonKnowledge?> Of(PersonId id, StaffMember viewer, CancellationToken stop);
}
