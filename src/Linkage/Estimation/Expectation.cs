using Layar.Linkage.Comparison;

namespace Layar.Linkage.Estimation;

/// <summary>The three classes' shares of one pattern under a model, in logarithms to base 2 until the last step.</summary>
internal sealed class Expectation(MixtureModel model)
{
    private readonly LevelTable m = model.M.Logarithms();
    private readonly LevelTable u = model.U.Logarithms();
    private readonly LevelTable h = model.H.Logarithms();
    private readonly double priorM = Math.Log2(model.Same);
    private readonly double priorH = model.Household > 0 ? Math.Log2(model.Household) : double.NegativeInfinity;
    private readonly double priorU = Math.Log2(1 - model.Same - model.Household);

    public (double Same, double Household) Of(ulong pattern)
    {
        var (a, b, c) = (priorM, priorH, priorU);
        for (var f = 0; f < model.Fields; f++)
        {
            var level = PairComparer.Level(pattern, f);
            if (level == 0) continue;
            var row = model.Row(pattern, f);
            a += m[f, row, level];
            b += h[f, 0, level];
            c += u[f, row, level];
        }
        var most = Math.Max(a, Math.Max(b, c));
        var (x, y, z) = (double.Exp2(a - most), double.Exp2(b - most), double.Exp2(c - most));
        var sum = x + y + z;
        return (x / sum, y / sum);
    }
}
