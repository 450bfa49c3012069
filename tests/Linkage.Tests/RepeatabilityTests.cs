using Layar.Linkage.Running;
using Layar.Linkage.Tests.Invented;

namespace Layar.Linkage.Tests;

[Trait("Kind", "rule")]
public sealed class RepeatabilityTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory, InlineData(4_000_000), InlineData(1000)]
    public void One_seed_gives_one_result_on_any_number_of_threads(long allPairs)
    {
        var file = new IndonesianPersons(201).OneFile(2500, 0.3);

        var one = scratch.Link(file, options: new LinkOptions { Threads = 1, AllPairsUpTo = allPairs, RandomPairs = 200_000 }).Pairs;
        var four = scratch.Link(file, options: new LinkOptions { Threads = 4, AllPairsUpTo = allPairs, RandomPairs = 200_000 }).Pairs;

        Assert.NotEmpty(one);
        Assert.Equal(one, four);
    }

    [Fact]
    public void Ids_are_no_evidence()
    {
        var file = new EnglishPersons(202).OneFile(300, 300, 4, 1);
        var before = scratch.Link(file).Pairs.Select(p => (p.Weight, p.Decision));
        var after = scratch.Link(file.Renamed("x")).Pairs.Select(p => (p.Weight, p.Decision));

        Assert.Equal(before, after);
    }

    [Fact]
    public void Weights_of_the_fields_and_the_household_add_up()
    {
        var linker = scratch.Link(new IndonesianPersons(203).OneFile(3000, 0.2));

        Assert.All(linker.Pairs.Take(200), pair => Assert.Equal(pair.Weight, linker.Explain(pair).Sum(e => e.Weight), 3));
    }

    [Fact]
    public void Estimates_without_labels_are_near_the_truth()
    {
        var file = new IndonesianPersons(204).OneFile(10_000, 0.2);
        var summary = scratch.Link(file).Summary;
        var score = scratch.Judge(file);

        Assert.Equal(score.Precision, summary.EstimatedPrecision, 0.02);
        Assert.Equal(score.Recall, summary.EstimatedRecall, 0.02);
    }

    [Fact]
    public void Work_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        var path = new IndonesianPersons(205).OneFile(3000, 0.1).Write(scratch.Path("a.csv"));
        var progress = new StopAt("learning", stop);

        Assert.ThrowsAny<OperationCanceledException>(() => RecordLinker.Run(ModelFile.LinkageModelFile.Parse(IndonesianPersons.Model, "m"), path, null, new LinkOptions(), progress, stop.Token));
    }

    public void Dispose() => scratch.Dispose();

    private sealed class StopAt(string stage, CancellationTokenSource stop) : IProgress<LinkProgress>
    {
        public void Report(LinkProgress value)
        {
            if (value.Stage == stage) stop.Cancel();
        }
    }
}
