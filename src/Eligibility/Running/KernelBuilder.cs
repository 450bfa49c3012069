using System.Linq.Expressions;
using System.Reflection;

namespace Layar.Eligibility.Running;

/// <summary>Answers many rules for the words <paramref name="from"/> to <paramref name="to"/> (excluded).</summary>
internal delegate void Kernel(int[][] numbers, ulong[][] bits, ulong[][] answers, int from, int to);

/// <summary>
/// Writes one loop that answers many rules: for each word of 64 persons every distinct comparison once, then the joints as plain bit operations
/// on two words, yes and no. Unknown is neither.
/// </summary>
internal sealed class KernelBuilder(Layout layout)
{
    private static readonly MethodInfo AtLeast = typeof(Lanes).GetMethod(nameof(Lanes.AtLeast))!;
    private static readonly MethodInfo Below = typeof(Lanes).GetMethod(nameof(Lanes.Below))!;
    private readonly ParameterExpression numbers = Expression.Parameter(typeof(int[][])), bits = Expression.Parameter(typeof(ulong[][])), answers = Expression.Parameter(typeof(ulong[][]));
    private readonly ParameterExpression word = Expression.Parameter(typeof(int)), end = Expression.Parameter(typeof(int)), row = Expression.Variable(typeof(int));
    private readonly List<ParameterExpression> arrays = [], words = [];
    private readonly List<Expression> before = [], body = [];
    private readonly Dictionary<string, (Expression Yes, Expression No)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool, int), ParameterExpression> hoisted = [];

    /// <summary>Distinct parts so far; one kernel should not grow beyond what the compiler of .NET keeps in registers and on the stack.</summary>
    public int Size => words.Count / 2;

    public void Add(Core rule, int place)
    {
        var (yes, no) = Write(rule);
        body.Add(Store(2 * place, yes));
        body.Add(Store(2 * place + 1, no));
    }

    public Kernel Build()
    {
        var stop = Expression.Label();
        List<Expression> all = [.. before, Expression.Loop(Expression.Block(words,
        [
            Expression.IfThen(Expression.GreaterThanOrEqual(word, end), Expression.Break(stop)),
            Expression.Assign(row, Expression.Multiply(word, Expression.Constant(Lanes.Width))),
            .. body,
            Expression.PreIncrementAssign(word),
        ]), stop)];
        return Expression.Lambda<Kernel>(Expression.Block([row, .. arrays], all), numbers, bits, answers, word, end).Compile();
    }

    private Expression Store(int place, Expression value) =>
        Expression.Assign(Expression.ArrayAccess(Expression.ArrayIndex(answers, Expression.Constant(place)), word), value);

    private (Expression Yes, Expression No) Write(Core core)
    {
        if (core is Core.Not not) return Write(not.Part) is var (yes, no) ? (no, yes) : default;
        if (known.TryGetValue(core.Key, out var before)) return before;
        return known[core.Key] = core switch
        {
            Core.Always => (Expression.Constant(ulong.MaxValue), Expression.Constant(0UL)),
            Core.AtLeast a => Keep(Compared(AtLeast, 2 * layout.Number(a.Slot), a.Least), Compared(Below, 2 * layout.Number(a.Slot) + 1, a.Least)),
            Core.Bit b => Keep(Loaded(2 * layout.Bit(b)), Loaded(2 * layout.Bit(b) + 1)),
            Core.Group g => Grouped(g, [.. g.Parts.Select(Write)]),
            _ => throw new ArgumentOutOfRangeException(nameof(core)),
        };
    }

    private (Expression, Expression) Grouped(Core.Group group, List<(Expression Yes, Expression No)> parts)
    {
        var (yes, no) = (parts.Select(p => p.Yes), parts.Select(p => p.No));
        return group.All ? Keep(yes.Aggregate(Expression.And), no.Aggregate(Expression.Or)) : Keep(yes.Aggregate(Expression.Or), no.Aggregate(Expression.And));
    }

    private (Expression, Expression) Keep(Expression yes, Expression no) => (Keep(yes), Keep(no));

    private ParameterExpression Keep(Expression value)
    {
        var variable = Expression.Variable(typeof(ulong));
        words.Add(variable);
        body.Add(Expression.Assign(variable, value));
        return variable;
    }

    private MethodCallExpression Compared(MethodInfo comparison, int column, int least) =>
        Expression.Call(comparison, Array(true, column), row, Expression.Constant(least));

    private BinaryExpression Loaded(int column) => Expression.ArrayIndex(Array(false, column), word);

    private ParameterExpression Array(bool number, int column)
    {
        if (hoisted.TryGetValue((number, column), out var array)) return array;
        array = Expression.Variable(number ? typeof(int[]) : typeof(ulong[]));
        arrays.Add(array);
        before.Add(Expression.Assign(array, Expression.ArrayIndex(number ? numbers : bits, Expression.Constant(column))));
        return hoisted[(number, column)] = array;
    }
}
