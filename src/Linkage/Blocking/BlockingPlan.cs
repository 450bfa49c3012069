using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Blocking;

/// <param name="Base">records with the same number meet</param>
/// <param name="Refinements">keys that divide blocks that are too large, one after the other</param>
/// <param name="Again">another pass has the same base; only blocks that had to be divided are new</param>
internal sealed record PassPlan(BlockingKey Base, IReadOnlyList<BlockingKey> Refinements, bool Again = false);

/// <summary>
/// The passes for a set of columns. Every column that can tell persons apart is the base of passes of its own, so that an error in one
/// column is mended by the pass over another; large blocks are refined in two ways (by name, by place or time), so that an error in the
/// refining column is mended too.
/// </summary>
internal static class BlockingPlan
{
    /// <summary>A column in which two strangers agree more often than this makes no base.</summary>
    private const double MostAgreement = 0.05;

    public static List<PassPlan> For(List<Field> fields)
    {
        var keys = new KeyRing(fields);
        var passes = new List<PassPlan>();
        foreach (var field in fields.OrderBy(f => Rank(f.Kind)))
        {
            foreach (var based in Bases(field).Where(b => Agreement(b) <= MostAgreement)) Add(passes, based, field.Kind, keys);
        }
        if (keys.Names is { } names && fields.Exists(f => f.Kind == FieldKind.Given) && fields.Exists(f => f.Kind == FieldKind.Family))
            Add(passes, names, FieldKind.FullName, keys);
        if (passes.Count == 0) Add(passes, KeyRing.Folded(fields[0])!, fields[0].Kind, keys);
        return passes;
    }

    /// <summary>Numbers of persons first: their blocks are small, and later passes need not repeat them.</summary>
    private static int Rank(FieldKind kind) => kind switch
    {
        FieldKind.Identifier => 0,
        FieldKind.Text => 1,
        FieldKind.Date => 2,
        FieldKind.FullName => 3,
        FieldKind.Address => 4,
        _ => 5,
    };

    private static IEnumerable<BlockingKey> Bases(Field field) => field.Kind switch
    {
        FieldKind.FullName => [KeyRing.Folded(field)!, KeyRing.RarestWord(field), KeyRing.FirstWord(field)],
        FieldKind.Address => [KeyRing.Folded(field)!, KeyRing.RarestWord(field)],
        FieldKind.Identifier => [KeyRing.Folded(field)!, KeyRing.Beginning(field, 5)!],
        FieldKind.Given or FieldKind.Family => [KeyRing.Folded(field)!, KeyRing.Beginning(field, 3)!],
        FieldKind.Sex or FieldKind.Age => [],
        _ => [KeyRing.Folded(field)!],
    };

    private static void Add(List<PassPlan> passes, BlockingKey based, FieldKind kind, KeyRing keys)
    {
        BlockingKey?[][] ways = kind switch
        {
            FieldKind.Given or FieldKind.Family or FieldKind.FullName => [[keys.Year, keys.Day, keys.Place], [keys.Place, keys.Street, keys.Initials]],
            FieldKind.Date => [[keys.Initials, keys.Names, keys.Place], [keys.Place, keys.Initials]],
            FieldKind.Address or FieldKind.Place or FieldKind.Code => [[keys.Initials, keys.Names, keys.Year], [keys.Year, keys.Day, keys.Names]],
            _ => [[keys.Initials, keys.Day], [keys.Year, keys.Place]],
        };
        foreach (var way in ways) passes.Add(new PassPlan(based, [.. way.OfType<BlockingKey>().Where(k => k.Name != based.Name)], Again: way != ways[0]));
    }

    /// <summary>The chance that two records with a value have the same.</summary>
    private static double Agreement(BlockingKey key)
    {
        var counts = new Dictionary<int, int>();
        foreach (var value in key.Values) if (value >= 0) counts[value] = counts.GetValueOrDefault(value) + 1;
        double known = counts.Values.Sum(c => (long)c);
        return known < 2 ? 1 : counts.Values.Sum(c => (double)c * (c - 1)) / (known * (known - 1));
    }
}
