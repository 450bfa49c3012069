using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;

namespace Layar.Catalogue.Contracts;

/// <summary>Programmes with their rules. The machine suggests; a person decides and may differ with a reason.</summary>
public interface IProgrammes
{
    /// <summary>What the rules may ask about.</summary>
    FactCatalogue Facts { get; }

    /// <summary>Dated figures of the rules.</summary>
    RuleParameters Parameters { get; }

    /// <summary>Programmes in force on the day whose service this office offers, in the order of the file.</summary>
    IReadOnlyList<Programme> On(DateOnly day);

    /// <summary>Null when unknown, not offered here, or not in force on the day.</summary>
    Programme? Find(string code, DateOnly day);

    /// <summary>Asks every programme of the kind, or of both kinds, about one person.</summary>
    IReadOnlyList<ProgrammeProof> Ask(FactSheet person, DateOnly day, ProgrammeKind? kind = null);

    /// <summary>What the household would get by the components that surely hold, under the ceilings; empty for programmes without components.</summary>
    IReadOnlyList<ComponentShare> Shares(Programme programme, FactSheet person, DateOnly day);

    /// <summary>The day with its figures, to ask rules oneself.</summary>
    Moment Moment(DateOnly day);
}

/// <param name="Programme">that was asked</param>
/// <param name="Proof">its answer with reasons</param>
/// <param name="Clashes">codes of other programmes with the answer yes that exclude this one; a person chooses</param>
public sealed record ProgrammeProof(Programme Programme, Proof Proof, IReadOnlyList<string> Clashes);

/// <param name="Component">of the programme</param>
/// <param name="Members">who count, after the ceilings</param>
/// <param name="YearlyRupiah">for all of them</param>
public sealed record ComponentShare(HouseholdComponent Component, int Members, long YearlyRupiah);
