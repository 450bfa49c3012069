using Layar.Linkage.ModelFile;
using Layar.Linkage.Running;
using Layar.Linkage.Tests.Invented;

namespace Layar.Linkage.Tests;

/// <summary>A folder that lives as long as a test, and how well linking did in it.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-linkage-").FullName;

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(Path(name), content);
        return Path(name);
    }

    public RecordLinker Link(InventedFile first, InventedFile? second = null, LinkOptions? options = null, string? model = null) =>
        RecordLinker.Run(LinkageModelFile.Parse(model ?? first.Model, "model.json"), first.Write(Path("a.csv")), second?.Write(Path("b.csv")), options ?? new LinkOptions(), null, TestContext.Current.CancellationToken);

    public Score Judge(InventedFile first, InventedFile? second = null, string? model = null)
    {
        var truth = first.Truth(second);
        var same = Link(first, second, model: model).Pairs.Where(p => p.Decision == LinkDecision.Same).ToList();
        var right = same.Count(p => truth.Contains((p.LeftId, p.RightId)) || (second is null && truth.Contains((p.RightId, p.LeftId))));
        return new Score((double)right / Math.Max(1, same.Count), (double)right / truth.Count);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

internal sealed record Score(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public void AtLeast(double precision, double recall) =>
        Assert.True(Precision >= precision && Recall >= recall, $"precision {Precision:0.0000} (at least {precision}), recall {Recall:0.0000} (at least {recall})");
}
