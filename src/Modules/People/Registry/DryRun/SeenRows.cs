using System.Runtime.InteropServices;

namespace Layar.People.Registry.DryRun;

/// <summary>Which persons and families this import has named already, by blind index. About 50 bytes a person.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<UInt128, int> persons = [];
    private readonly Dictionary<UInt128, SeenFamily> families = [];

    /// <param name="content">hash over what the row says</param>
    /// <returns>null for a new person; else whether the row says the same as the first one</returns>
    public bool? Again(UInt128 nik, int content)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(persons, nik, out var known);
        if (known) return first == content;
        first = content;
        return null;
    }

    public bool Add(UInt128 card, SeenFamily family) => families.TryAdd(card, family);

    public SeenFamily? Family(UInt128 card) => families.TryGetValue(card, out var family) ? family : null;

    public static UInt128 Key(byte[] index) => MemoryMarshal.Read<UInt128>(index);
}

/// <summary>What a member takes from the family.</summary>
/// <param name="OwnLine">the family has a line of its own; else it was made from its first member</param>
internal readonly record struct SeenFamily(string? Village, int? Decile, bool OwnLine);
