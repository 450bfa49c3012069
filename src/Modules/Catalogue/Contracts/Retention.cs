namespace Layar.Catalogue.Contracts;

/// <summary>How long one kind of personal data is kept after its case has ended.</summary>
/// <param name="Code">names the kind; answered by an <see cref="IRunsOut"/></param>
/// <param name="What">what is erased, and what stays</param>
/// <param name="Months">full months after the day on which the case ended</param>
public sealed record RetentionRule(string Code, LocalText Name, LocalText What, int Months, Validity Validity);

/// <summary>One kind of data that runs out, erased by the module that keeps it.</summary>
public interface IRunsOut
{
    /// <summary>Code of retention.json.</summary>
    string Code { get; }

    /// <summary>Pieces whose case ended before the moment (UTC) and that are still there.</summary>
    /// <param name="most">counting stops here</param>
    Task<int> Count(DateTime endedBefore, int most, CancellationToken stop);

    /// <summary>Erases such pieces, call inside a change; called again until nothing is left.</summary>
    /// <returns>pieces erased</returns>
    Task<int> Erase(DateTime endedBefore, int most, CancellationToken stop);
}
