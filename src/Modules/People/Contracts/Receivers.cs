namespace Layar.People.Contracts;

/// <summary>Who receives programmes, as this office recorded it.</summary>
public interface IReceivers
{
    /// <summary>Persons who receive or received the programme in the calendar year, and those of the others who do not.</summary>
    /// <param name="programme">code</param>
    /// <param name="year">calendar year</param>
    /// <param name="others">persons to whom it was granted without being recorded yet</param>
    Task<int> Count(string programme, int year, IReadOnlyCollection<PersonId> others, CancellationToken stop);
}
