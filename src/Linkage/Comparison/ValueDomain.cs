using Layar.Linkage.Canonical;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Comparison;

/// <summary>
/// The distinct canonical values of one column, or of columns whose values may have been exchanged (given and family name, two address
/// lines), with what comparing needs of each: letters, folded form, words.
/// </summary>
internal sealed class ValueDomain
{
    private const int MostWords = 12;
    private readonly FieldKind kind;
    private readonly bool folds;
    private readonly List<int> foldOf = [];
    private readonly List<int> words = [];
    private readonly List<int> wordStarts = [0];
    private readonly Dictionary<string, string> sounds = new(StringComparer.Ordinal);

    public ValueDomain(FieldKind kind)
    {
        this.kind = kind;
        folds = kind is FieldKind.Given or FieldKind.Family or FieldKind.FullName or FieldKind.Address or FieldKind.Place or FieldKind.Text;
        Folds = folds ? new TextStore(compared: false) : Texts;
    }

    public TextStore Texts { get; } = new(compared: true);

    /// <summary>Folded forms; texts with the same number mean the same.</summary>
    public TextStore Folds { get; }

    /// <summary>Words of names and addresses.</summary>
    public TextStore Words { get; } = new(compared: true);

    public int Fold(int value) => folds ? foldOf[value] : value;

    /// <summary>Words of a value; none for kinds without words and for given and family names of one word.</summary>
    public ReadOnlySpan<int> WordsOf(int value) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words)[wordStarts[value]..wordStarts[value + 1]];

    public int Intern(string canonical)
    {
        var before = Texts.Count;
        var number = Texts.Intern(canonical);
        if (number == before) Describe(canonical);
        return number;
    }

    public void Freeze()
    {
        Texts.Freeze();
        Folds.Freeze();
        Words.Freeze();
    }

    private void Describe(string text)
    {
        switch (kind)
        {
            case FieldKind.Given or FieldKind.Family:
                var parts = NameFolding.Words(text, sounds);
                foldOf.Add(Folds.Intern(string.Concat(parts)));
                if (parts.Length > 1) AddWords(parts);
                break;
            case FieldKind.FullName:
                var names = NameFolding.Words(text, sounds);
                AddWords(names);
                Array.Sort(names, StringComparer.Ordinal);
                foldOf.Add(Folds.Intern(string.Join(' ', names)));
                break;
            case FieldKind.Address:
                var address = text.Split(' ');
                AddWords(address);
                Array.Sort(address, StringComparer.Ordinal);
                foldOf.Add(Folds.Intern(string.Join(' ', address)));
                break;
            case FieldKind.Place:
                foldOf.Add(Folds.Intern(PlaceFold(text)));
                break;
            default:
                if (folds) foldOf.Add(Folds.Intern(text.Replace(" ", "", StringComparison.Ordinal)));
                break;
        }
        wordStarts.Add(words.Count);
    }

    private void AddWords(string[] parts)
    {
        foreach (var part in parts.AsSpan(0, Math.Min(MostWords, parts.Length))) words.Add(Words.Intern(part));
    }

    private static readonly HashSet<string> Ranks = new(["desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "kota", "kotamadya", "provinsi", "prov"], StringComparer.Ordinal);

    private static string PlaceFold(string text)
    {
        var parts = text.Split(' ').Where(w => !Ranks.Contains(w)).ToArray();
        return parts.Length == 0 ? text : string.Concat(parts);
    }
}
