namespace Layar.Cases.Contracts;

/// <summary>The number of photos that lists show of a case.</summary>
public interface IPhotosOfCases
{
    /// <summary>Photos came after their report did; runs inside the caller's change.</summary>
    /// <param name="now">the case that the report belongs to</param>
    /// <param name="original">the case that it opened, to which it goes back when cases are taken apart</param>
    Task Came(CaseId now, CaseId original, int photos);
}
