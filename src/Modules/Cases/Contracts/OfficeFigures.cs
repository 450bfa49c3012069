namespace Layar.Cases.Contracts;

/// <summary>What the public home page says about the current month.</summary>
/// <param name="Received">cases opened this month</param>
/// <param name="FinishedShare">0 to 1 of them that are closed; null without any</param>
/// <param name="AverageDays">from opening to closing of those closed; null without any</param>
public sealed record MonthFigures(int Received, double? FinishedShare, double? AverageDays);

/// <summary>Figures of the office for everybody; at most some minutes old.</summary>
public interface IOfficeFigures
{
    Task<MonthFigures> ThisMonth(CancellationToken stop);
}
