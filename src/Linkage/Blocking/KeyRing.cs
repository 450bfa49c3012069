using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Blocking;

/// <summary>The keys that the columns of these files offer.</summary>
internal sealed class KeyRing
{
    private readonly List<Field> fields;

    public KeyRing(List<Field> fields)
    {
        this.fields = fields;
        var given = First(FieldKind.Given);
        var family = First(FieldKind.Family);
        var full = First(FieldKind.FullName);
        Names = given is not null && family is not null ? BlockingKey.AnyOrder(Folded(given)!, Folded(family)!) : Folded(given ?? family ?? full);
        Initials = given is not null && family is not null ? BlockingKey.AnyOrder(Beginning(given, 1)!, Beginning(family, 1)!) : Beginning(given ?? family ?? full, 2);
        Day = Folded(First(FieldKind.Date));
        Year = First(FieldKind.Date) is { } date ? Beginning(date, 4) : Folded(First(FieldKind.Age));
        Place = Folded(First(FieldKind.Code) ?? First(FieldKind.Place));
        Street = First(FieldKind.Address) is { } address ? RarestWord(address) : null;
    }

    public BlockingKey? Names { get; }

    public BlockingKey? Initials { get; }

    public BlockingKey? Day { get; }

    public BlockingKey? Year { get; }

    public BlockingKey? Place { get; }

    public BlockingKey? Street { get; }

    private Field? First(FieldKind kind) => fields.Find(f => f.Kind == kind);

    public static BlockingKey? Folded(Field? field) =>
        field is null ? null : new BlockingKey(field.Name, Array.ConvertAll(field.Values, v => v < 0 ? -1 : field.Domain.Fold(v)));

    /// <summary>First letters of the folded form.</summary>
    public static BlockingKey? Beginning(Field? field, int letters)
    {
        if (field is null) return null;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var byFold = new int[field.Domain.Folds.Count];
        for (var fold = 0; fold < byFold.Length; fold++)
        {
            var text = field.Domain.Folds[fold];
            var start = text[..Math.Min(letters, text.Length)];
            numbers.TryAdd(start, numbers.Count);
            byFold[fold] = numbers[start];
        }
        return new BlockingKey($"{letters} letters of {field.Name}", Array.ConvertAll(field.Values, v => v < 0 ? -1 : byFold[field.Domain.Fold(v)]));
    }

    /// <summary>The word of each value that the fewest records have: the street's own name, the family's part of a full name.</summary>
    public static BlockingKey RarestWord(Field field)
    {
        var uses = new int[field.Domain.Words.Count];
        foreach (var value in field.Values) if (value >= 0) foreach (var word in field.Domain.WordsOf(value)) uses[word]++;
        return Word(field, "rarest word", words =>
        {
            var rarest = words[0];
            foreach (var word in words) if (uses[word] > 1 && (uses[rarest] == 1 || uses[word] < uses[rarest])) rarest = word;
            return rarest;
        });
    }

    public static BlockingKey FirstWord(Field field) => Word(field, "first word", words => words[0]);

    private static BlockingKey Word(Field field, string name, Func<ReadOnlySpan<int>, int> choose)
    {
        var byValue = new int[field.Domain.Texts.Count];
        for (var value = 0; value < byValue.Length; value++) byValue[value] = field.Domain.WordsOf(value) is { Length: > 0 } words ? choose(words) : -1;
        return new BlockingKey($"{name} of {field.Name}", Array.ConvertAll(field.Values, v => v < 0 ? -1 : byValue[v]));
    }
}
