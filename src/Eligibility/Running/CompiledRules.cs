using Layar.Eligibility.Language;

namespace Layar.Eligibility.Running;

/// <summary>Rules compiled for one day, to answer them for many persons at once. Safe for use by several threads.</summary>
public sealed class CompiledRules
{
    /// <summary>Words that one thread takes at a time: 16,384 persons.</summary>
    private const int Portion = 256;

    /// <summary>Distinct parts in one loop.</summary>
    private const int Largest = 300;

    private readonly Layout layout = new();
    private readonly List<Kernel> kernels = [];
    private readonly List<CountSlot> counts;
    private readonly CompiledRules? inner;
    private readonly int rules;

    private CompiledRules(IReadOnlyList<Core> cores)
    {
        rules = cores.Count;
        var builder = new KernelBuilder(layout);
        foreach (var (place, core) in cores.Index())
        {
            if (builder.Size > Largest)
            {
                kernels.Add(builder.Build());
                builder = new KernelBuilder(layout);
            }
            builder.Add(core, place);
        }
        kernels.Add(builder.Build());
        counts = [.. layout.Numbers.OfType<CountSlot>()];
        if (counts.Count > 0) inner = new CompiledRules([.. counts.Select(c => c.Inner)]);
    }

    /// <exception cref="InvalidOperationException">A dated figure has no value on the day, see <see cref="Moment.Lacks"/>.</exception>
    public static CompiledRules Compile(IReadOnlyList<Rule> rules, Moment moment) => new([.. rules.Select(r => Lowering.Of(r.Condition, moment))]);

    /// <summary>Answers every rule for every person of the table.</summary>
    /// <param name="table">facts that no rule names may be missing, and facts it lacks are unknown</param>
    /// <param name="threads">at most; 0 takes one for each processor</param>
    /// <param name="stop">to give up</param>
    public RuleAnswers Run(FactTable table, int threads = 0, CancellationToken stop = default)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = stop };
        var (numbers, bits) = layout.Columns(table, Counted(table, options));
        var answers = new ulong[2 * rules][];
        for (var i = 0; i < answers.Length; i++) answers[i] = GC.AllocateUninitializedArray<ulong>(table.Words);
        Parallel.For(0, (table.Words + Portion - 1) / Portion, options, portion =>
        {
            foreach (var kernel in kernels) kernel(numbers, bits, answers, portion * Portion, Math.Min(table.Words, (portion + 1) * Portion));
        });
        return new(table.Rows, answers);
    }

    private Dictionary<string, (int[], int[])> Counted(FactTable table, ParallelOptions options)
    {
        if (inner is null) return [];
        var answers = inner.Run(table, options.MaxDegreeOfParallelism, options.CancellationToken);
        var columns = new (int[], int[])[counts.Count];
        Parallel.For(0, counts.Count, options, i => columns[i] = table.CountByHousehold(answers.Plane(2 * i), answers.Plane(2 * i + 1)));
        return counts.Zip(columns).ToDictionary(c => c.First.Key, c => c.Second, StringComparer.Ordinal);
    }
}
