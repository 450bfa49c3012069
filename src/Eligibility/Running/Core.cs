using Layar.Eligibility.Facts;

namespace Layar.Eligibility.Running;

/// <summary>
/// What every condition comes down to on a given day: numbers against a least number, bits, and three-valued joints. Equal parts have equal
/// keys, so that fifty rules that ask for the decile ask for it once.
/// </summary>
internal abstract class Core(string key)
{
    public string Key { get; } = key;

    public sealed class Always() : Core("T");

    /// <summary>Low ≥ least: yes. High &lt; least: no.</summary>
    public sealed class AtLeast(Slot slot, int least) : Core($"{slot.Key}>={least}")
    {
        public Slot Slot => slot;
        public int Least => least;
    }

    /// <summary>A yes/no fact, a member of a set, or a choice.</summary>
    public sealed class Bit(FactDefinition fact, string? choice) : Core(FactSlot.KeyOf(fact, choice))
    {
        public FactDefinition Fact => fact;
        public string? Choice => choice;
    }

    public sealed class Group(bool all, IReadOnlyList<Core> parts) : Core($"{(all ? "&" : "|")}({string.Join(' ', parts.Select(p => p.Key))})")
    {
        public bool All => all;
        public IReadOnlyList<Core> Parts => parts;
    }

    public sealed class Not(Core part) : Core("!" + part.Key)
    {
        public Core Part => part;
    }
}

/// <summary>A number with bounds.</summary>
internal abstract class Slot(string key)
{
    public string Key { get; } = key;
}

/// <summary>A number, a date, or the last day of a choice.</summary>
internal sealed class FactSlot(FactDefinition fact, string? choice) : Slot(KeyOf(fact, choice))
{
    public FactDefinition Fact => fact;
    public string? Choice => choice;

    public static string KeyOf(FactDefinition fact, string? choice) => choice is null ? fact.Code : $"{fact.Code}\"{choice}\"";
}

/// <summary>Members of the household for whom something holds.</summary>
internal sealed class CountSlot(Core inner) : Slot($"#[{inner.Key}]")
{
    public Core Inner => inner;
}
