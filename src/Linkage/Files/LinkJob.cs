using System.Globalization;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Running;

namespace Layar.Linkage.Files;

/// <summary>From files to a file: reads the model, links, and puts the result in place only when it is whole.</summary>
/// <param name="Second">null to find the repeated persons of the first file</param>
public sealed record LinkJob(string First, string? Second, string Model, string Out)
{
    /// <summary>File that takes the weight of every field of every pair.</summary>
    public string? Explain { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <returns>a summary for the person who asked</returns>
    /// <exception cref="LinkageFault">when model or files do not fit</exception>
    /// <exception cref="IOException">when a file cannot be read or written</exception>
    public static string Run(LinkJob job, TextWriter progress, CancellationToken stop)
    {
        foreach (var file in new[] { job.Model, job.First, job.Second }.OfType<string>())
            if (!File.Exists(file)) throw LinkageFault.OfUse($"{file} was not found.");
        if (Path.GetDirectoryName(Path.GetFullPath(job.Out)) is { } folder && !Directory.Exists(folder)) throw LinkageFault.OfUse($"the folder {folder} for --out does not exist.");
        var model = LinkageModelFile.Parse(File.ReadAllText(job.Model), Path.GetFileName(job.Model));
        var options = new LinkOptions { Seed = job.Seed, Threads = job.Threads };
        var linker = RecordLinker.Run(model, job.First, job.Second, options, new ProgressLines(progress), stop);
        Whole(job.Out, writer => Pairs(linker, writer), stop);
        if (job.Explain is { } explain) Whole(explain, writer => Evidence(linker, writer), stop);
        return Summary(linker, job);
    }

    private static void Pairs(RecordLinker linker, TextWriter writer)
    {
        writer.WriteLine("left_id,right_id,weight,probability,decision");
        foreach (var pair in linker.Pairs)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Quoted(pair.LeftId)},{Quoted(pair.RightId)},{pair.Weight:0.###},{pair.Probability:0.######},{(pair.Decision == LinkDecision.Same ? "same" : "review")}"));
    }

    private static void Evidence(RecordLinker linker, TextWriter writer)
    {
        writer.WriteLine("left_id,right_id,column,agreement,weight");
        foreach (var pair in linker.Pairs)
        {
            foreach (var field in linker.Explain(pair))
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Quoted(pair.LeftId)},{Quoted(pair.RightId)},{Quoted(field.Column)},{field.Agreement},{field.Weight:0.###}"));
        }
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;

    /// <summary>Writes beside the target and renames, so that nobody reads half a file.</summary>
    private static void Whole(string path, Action<TextWriter> write, CancellationToken stop)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var writer = new StreamWriter(beside) { NewLine = "\n" }) write(writer);
            stop.ThrowIfCancellationRequested();
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static string Summary(RecordLinker linker, LinkJob job)
    {
        var s = linker.Summary;
        return string.Create(CultureInfo.InvariantCulture, $"{s.Records:N0} records, {s.Compared:N0} pairs compared: {s.Same:N0} same, {s.Review:N0} to review. ")
            + string.Create(CultureInfo.InvariantCulture, $"The model expects precision {s.EstimatedPrecision:0.000} and recall {s.EstimatedRecall:0.000}")
            + (s.OneToOne ? ", each record with one partner at most. " : ". ") + $"Written to {job.Out}.";
    }

    /// <summary>A line when a stage begins, and every few seconds while it lasts.</summary>
    private sealed class ProgressLines(TextWriter writer) : IProgress<LinkProgress>
    {
        private static readonly TimeSpan Often = TimeSpan.FromSeconds(3);
        private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        private string stage = "";

        public void Report(LinkProgress value)
        {
            lock (watch)
            {
                if (value.Stage == stage && (watch.Elapsed < Often || value.Share >= 1)) return;
                watch.Restart();
                writer.WriteLine(value.Stage == stage ? $"{stage} {value.Share:P0}" : $"{value.Stage} ...");
                stage = value.Stage;
            }
        }
    }
}
