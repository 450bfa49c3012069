namespace Layar.Host.Demo;

/// <summary>How much demo data is made. Rows that cost much are made for the latest cases only.</summary>
/// <param name="Cases">cases of twelve months</param>
/// <param name="Whole">cases with the latest acts that have everything: checklist, questions, photos, visits with the filled form</param>
/// <param name="Letters">letters with the latest acts that are written and printed by the product itself, about; earlier ones have their acts only</param>
internal sealed record DemoSize(int Cases, int Whole = DemoSize.UsualWhole, int Letters = DemoSize.UsualLetters)
{
    public const int UsualWhole = 2_000;
    public const int UsualLetters = 48;

    private const int Crowded = 5_000;
    private const double LettersPerCase = 0.35;

    private const double Days = 365;

    public static DemoSize From(IConfiguration configuration) => new(
        Number(configuration, "cases", 300), Number(configuration, "whole", UsualWhole), Number(configuration, "letters", UsualLetters));

    /// <summary>A small demo has more of the last weeks, so that its queues are not empty.</summary>
    public bool Small => Cases <= Crowded;

    public bool EverythingIsWhole => Cases <= Whole;

    /// <summary>A case whose last act is later has everything.</summary>
    public DateTime WholeFrom(DateTime now) => EverythingIsWhole ? DateTime.MinValue : now.AddDays(-Days * Whole / Cases / 2);

    /// <summary>A case whose letter was worked on later has the letter.</summary>
    public DateTime LettersFrom(DateTime now)
    {
        var share = Letters / (LettersPerCase * Math.Max(1, Cases));
        if (share >= 1) return DateTime.MinValue;
        return now.AddDays(-Days * (Small ? share * share : share));
    }

    /// <summary>Days before now at which the case of this place in the row came in.</summary>
    public double Age(int index, double part)
    {
        var left = 1 - (index + part) / Cases;
        return Days * (Small ? left * left * left : Math.Pow(left, 1.2));
    }

    /// <summary>The place in the row of a case that came in so many days ago.</summary>
    public int PlaceOf(double days) => (int)(Cases * (1 - (Small ? Math.Cbrt(days / Days) : days / Days)));

    private static int Number(IConfiguration configuration, string name, int usual) => configuration[name] switch
    {
        null => usual,
        var text when int.TryParse(text, out var number) && number >= 0 => number,
        var text => throw new ArgumentException($"--{name} {text}: write a number, zero or more."),
    };
}
