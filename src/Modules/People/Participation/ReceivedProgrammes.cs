using Layar.Catalogue.Contracts;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Condition = Layar.Eligibility.Language.Condition;

namespace Layar.People.Participation;

/// <summary>What somebody can receive: the programmes of the catalogue, and aid that stands in no catalogue.</summary>
internal sealed class ReceivedProgrammes(IProgrammes programmes, TextCatalogue texts, TimeProvider clock)
{
    /// <summary>Aid of somebody whom the catalogue does not know, such as a mosque or a company.</summary>
    public const string Other = "lain";

    /// <summary>A service that is open to everybody is asked for, not received.</summary>
    public IEnumerable<Choice> All => programmes.On(Today).Where(p => p.Kind == ProgrammeKind.Aid || p.Rule.Condition is not Condition.Always).OrderBy(p => p.Kind)
        .Select(p => new Choice(p.Code, p.Name.ToString(), Group: $"people.programmes.kind.{p.Kind}")).Append(new(Other, "people.programmes.other"));

    public string Name(string code) => code == Other ? texts["people.programmes.other"] : programmes.NameOf(code)?.ToString() ?? code;

    public bool Knows(string code) => code == Other || programmes.Find(code, Today) is not null;

    /// <summary>Pairs of these programmes that nobody gets beside each other.</summary>
    public IEnumerable<(string One, string Other)> Clashes(IReadOnlySet<string> running) =>
        from code in running from other in programmes.Find(code, Today)?.ExclusiveWith ?? [] where running.Contains(other) && string.CompareOrdinal(code, other) < 0 select (code, other);

    private DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);
}
