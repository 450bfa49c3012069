namespace Layar.Host.Tests.PowerLoss;

/// <summary>What a program does to its files, written down by strace while it runs.</summary>
internal sealed class Trace(string log)
{
    private const int Tail = 1 << 20;

    /// <summary>The command below which the program is to be started; the program keeps its own process number.</summary>
    public string[] Command => ["strace", "-D", "-f", "--seccomp-bpf", "-ttt", "-y", "-xx", "-s", "100000000", "-e", "trace=" + TracedCall.Traced, "-o", log];

    /// <summary>Waits until the end of the program is written down.</summary>
    public async Task Ended(int program)
    {
        for (var i = 0; !Says(program); i++)
        {
            Assert.True(i < 600, "strace has not written down the end of the program a minute after it");
            await Task.Delay(100);
        }
    }

    private bool Says(int program)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Max(0, file.Length - Tail);
        return new StreamReader(file).ReadToEnd().Split('\n').Any(l => l.StartsWith($"{program} ", StringComparison.Ordinal) && l.EndsWith(" +++", StringComparison.Ordinal));
    }

    public IEnumerable<TracedCall> Calls() => TracedCall.Read(log);
}
