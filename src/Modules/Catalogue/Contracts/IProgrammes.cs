using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Sql;

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

    /// <summary>Name of the newest version, also of a programme that is offered no longer; null when there never was one.</summary>
    LocalText? NameOf(string code);

    /// <summary>Asks every programme of the kind, or of both kinds, about one person.</summary>
    IReadOnlyList<ProgrammeProof> Ask(FactSheet person, DateOnly day, ProgrammeKind? kind = null);

    /// <summary>What traces tell of a person, with source and day of each fact. The newer trace is believed; what nobody said stays unknown.</summary>
    /// <param name="person">of the person</param>
    /// <param name="household">of each other known member of the household</param>
    /// <param name="day">to tell what is too old</param>
    FactSheet Sheet(IEnumerable<Trace> person, IEnumerable<IReadOnlyList<Trace>> household, DateOnly day);

    /// <summary>Makes the fact sheets of many persons, one after another; not for several threads at once. Households are the caller's to set.</summary>
    Func<IEnumerable<Trace>, FactSheet> Sheets(DateOnly day);

    /// <summary>The facts of everybody of one register as SQL, as <see cref="Sheets"/> makes them of the traces of each. What nothing tells, or what is too old on the day, is left out.</summary>
    /// <param name="columns">in the order in which the traces of a person come</param>
    /// <param name="asOf">the day for which the register says so</param>
    /// <param name="day">to tell what is too old</param>
    /// <param name="dialect">of the database</param>
    SqlFacts Columns(IReadOnlyList<TraceColumn> columns, DateOnly asOf, DateOnly day, SqlDialect dialect);

    /// <summary>What a household gets whose members surely fit these components, under the ceilings.</summary>
    /// <param name="programme">with components</param>
    /// <param name="fitting">of each member the components that surely hold</param>
    IReadOnlyList<ComponentShare> Shares(Programme programme, IReadOnlyList<IReadOnlyCollection<HouseholdComponent>> fitting);

    /// <summary>What the household would get by the components that surely hold, under the ceilings; empty for programmes without components.</summary>
    IReadOnlyList<ComponentShare> Shares(Programme programme, FactSheet person, DateOnly day);

    /// <summary>The dated figures that the rules of the programme name, every version, in the order of the file.</summary>
    IReadOnlyList<ProgrammeFigure> Figures(Programme programme);

    /// <summary>The day with its figures, to ask rules oneself.</summary>
    Moment Moment(DateOnly day);
}

/// <param name="Programme">that was asked</param>
/// <param name="Proof">its answer with reasons</param>
/// <param name="Clashes">codes of other programmes that exclude this one and that have the answer yes or that the person gets now; a person chooses</param>
/// <param name="Receives">what says that the person gets it already; null where nothing says so</param>
public sealed record ProgrammeProof(Programme Programme, Proof Proof, IReadOnlyList<string> Clashes, Reading? Receives);

/// <param name="Code">as in <c>batas("…")</c></param>
/// <param name="Name">for people</param>
/// <param name="Value">whole number</param>
/// <param name="Validity">days, legal basis, and whether it awaits confirmation</param>
public sealed record ProgrammeFigure(string Code, LocalText Name, int Value, Validity Validity);

/// <param name="Component">of the programme</param>
/// <param name="Members">who count, after the ceilings</param>
/// <param name="YearlyRupiah">for all of them</param>
public sealed record ComponentShare(HouseholdComponent Component, int Members, long YearlyRupiah);
