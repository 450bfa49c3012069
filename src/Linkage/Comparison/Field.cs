using Layar.Linkage.Canonical;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Tables;

namespace Layar.Linkage.Comparison;

/// <summary>A column ready for comparing: the number of its value per record, -1 where it is missing.</summary>
internal sealed class Field(FieldColumn column, ValueDomain domain, int[] values)
{
    public string Name => column.Name;

    public FieldKind Kind => column.Kind;

    public ValueDomain Domain => domain;

    public int[] Values => values;

    /// <summary>Numbers of the columns of the same domain, with which values may have been exchanged.</summary>
    public int[] Partners { get; private set; } = [];

    /// <summary>Says something of the person, not of the family or the place.</summary>
    public bool Personal => Kind is FieldKind.Given or FieldKind.FullName or FieldKind.Date or FieldKind.Age or FieldKind.Sex or FieldKind.Identifier;

    /// <summary>
    /// Canonical values of every column; columns that hold one value or none are left out, since they tell nothing. The columns as read are
    /// given up on the way, so that both forms need not fit into memory at once.
    /// </summary>
    public static List<Field> Of(RecordFile file, ParallelOptions parallel)
    {
        var fields = new Field[file.Columns.Count];
        Parallel.ForEach(Enumerable.Range(0, fields.Length).GroupBy(c => Sharing(file.Model.Columns[c].Kind) ?? c), parallel, group =>
        {
            var domain = new ValueDomain(file.Model.Columns[group.First()].Kind);
            foreach (var c in group)
            {
                fields[c] = new Field(file.Model.Columns[c], domain, Numbered(file.Take(c), domain, file.Model.Columns[c].Kind));
            }
            domain.Freeze();
        });
        var telling = fields.Where(f => Tells(f.Values)).ToList();
        foreach (var field in telling) field.Partners = [.. Enumerable.Range(0, telling.Count).Where(o => telling[o] != field && telling[o].Domain == field.Domain)];
        return telling;
    }

    /// <summary>A number below zero that columns with exchangeable values have in common.</summary>
    private static int? Sharing(FieldKind kind) => kind switch
    {
        FieldKind.Given or FieldKind.Family => -1,
        FieldKind.Address => -2,
        _ => null,
    };

    private static bool Tells(int[] values)
    {
        var known = Array.Find(values, v => v >= 0);
        return Array.Exists(values, v => v >= 0 && v != known);
    }

    private static int[] Numbered(RawColumn raw, ValueDomain domain, FieldKind kind)
    {
        var canon = Canon.For(kind, raw.Texts);
        var numbers = new int[raw.Texts.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = canon(raw.Texts[i]) is { Length: > 0 } text ? domain.Intern(text) : -1;
        var values = new int[raw.Values.Count];
        for (var i = 0; i < values.Length; i++) values[i] = raw.Values[i] < 0 ? -1 : numbers[raw.Values[i]];
        return values;
    }
}
