using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;

namespace Layar.Catalogue.SelfCheck;

/// <summary>One programme as the citizen sees it.</summary>
internal sealed record ProgrammeCard
{
    private const int MostReasons = 4;

    public required Programme Programme { get; init; }
    public required Truth Truth { get; init; }

    /// <summary>Sentences that made the answer.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What to find out.</summary>
    public required IReadOnlyList<string> Questions { get; init; }
    public required IReadOnlyList<PaperLine> Papers { get; init; }

    /// <summary>Programmes that cannot be had beside this one.</summary>
    public required IReadOnlyList<string> Instead { get; init; }

    public static ProgrammeCard Of(ProgrammeProof asked, ReasonWords words, ICatalogue catalogue)
    {
        var (programme, proof, clashes, _) = asked;
        return new()
        {
            Programme = programme,
            Truth = proof.Truth,
            Reasons = proof.Truth == Truth.Unknown ? [] : [.. words.Brief(proof.Root.Decisive()).Take(MostReasons)],
            Questions = [.. proof.Missing.Select(f => f.Question.In(CultureInfo.CurrentUICulture))],
            Papers = PaperLine.Of(programme.Requirements.Where(r => r.AppliesTo(Circumstances.None)), catalogue.Documents),
            Instead = clashes,
        };
    }
}
