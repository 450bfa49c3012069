namespace Layar.Survey.Contracts;

/// <summary>The index as it may be published.</summary>
/// <param name="Index">IKM 25 to 100, two decimals</param>
/// <param name="Grade">A to D</param>
/// <param name="Answers">complete answers counted</param>
/// <param name="Needed">sample size of Krejcie and Morgan for the people invited</param>
public sealed record SatisfactionFigure(decimal Index, string Grade, int Answers, int Needed);

public interface ISatisfaction
{
    /// <summary>Over the quarters that the period touches; null while a group of answers is smaller than five.</summary>
    Task<SatisfactionFigure?> For(DateOnly from, DateOnly to, CancellationToken stop);
}
