using Layar.Linkage.ModelFile;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>Compares one field of two records.</summary>
internal abstract class FieldComparer(Field field)
{
    protected Field Field { get; } = field;

    public static FieldComparer For(Field field) => field.Kind switch
    {
        FieldKind.Given or FieldKind.Family => new NameComparer(field),
        FieldKind.FullName => new FullNameComparer(field),
        FieldKind.Date => new DateComparer(field),
        FieldKind.Age => new AgeComparer(field),
        FieldKind.Sex => new SameComparer(field),
        FieldKind.Address => new AddressComparer(field),
        FieldKind.Place => new PlaceComparer(field),
        FieldKind.Code or FieldKind.Identifier => new CodeComparer(field),
        _ => new TextComparer(field),
    };

    /// <summary>Of two different values of the domain.</summary>
    public abstract AgreementLevel Values(int a, int b, StringMeasures measures);

    /// <summary>One record's value, in exactly this or a folded spelling, stands in a partner column of the other.</summary>
    public bool Exchanged(int own, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        foreach (var partner in Field.Partners)
            if (Alike(left[own], right[partner]) || Alike(right[own], left[partner])) return true;
        return false;
    }

    private const int Few = 3000;

    /// <summary>So few values that the same two meet again and again; with more, remembering costs more than comparing.</summary>
    public bool Recurs => Field.Domain.Texts.Count <= Few;

    public bool HasPartners => Field.Partners.Length > 0;

    private bool Alike(int own, int other) => other >= 0 && (own == other || Field.Domain.Fold(own) == Field.Domain.Fold(other));
}
