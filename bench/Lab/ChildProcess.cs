using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Layar.Bench.Lab;

/// <summary>A process that this run started and ends, by its own id.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly double TicksPerSecond = 100;
    private readonly Process process;
    private readonly List<string> lines = [];

    private ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public string Output
    {
        get { lock (lines) return string.Join('\n', lines.TakeLast(15)); }
    }

    public string? LastLine
    {
        get { lock (lines) return lines.LastOrDefault(l => l.Length > 0); }
    }

    /// <summary>Runs a program with dotnet: the application as it is shipped, where <c>LAYAR_PROGRAM</c> names its folder, anything else from the build folder.</summary>
    public static ChildProcess DotNet(string assembly, IEnumerable<string> args)
    {
        var shipped = Environment.GetEnvironmentVariable("LAYAR_PROGRAM");
        var folder = shipped is not null && File.Exists(Path.Combine(shipped, assembly)) ? shipped : AppContext.BaseDirectory;
        return Start(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [Path.Combine(folder, assembly), .. args]);
    }

    public static ChildProcess Start(string program, IEnumerable<string> args)
    {
        var info = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        var process = new Process { StartInfo = info };
        var child = new ChildProcess(process);
        process.OutputDataReceived += (_, e) => child.Keep(e.Data);
        process.ErrorDataReceived += (_, e) => child.Keep(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    public async Task<int> Finish(CancellationToken stop)
    {
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Largest resident memory so far, in MB.</summary>
    public double PeakMegabytes() => Status("VmHWM:");

    public double Megabytes() => Status("VmRSS:");

    /// <summary>Starts the peak anew, where the kernel allows it.</summary>
    public void ForgetPeak()
    {
        try
        {
            File.WriteAllText($"/proc/{Id}/clear_refs", "5");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Seconds of processor time used so far.</summary>
    public double ProcessorSeconds()
    {
        var stat = File.ReadAllText($"/proc/{Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            _ = Kill(process.Id, Terminate);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (lines)
        {
            if (lines.Count > 400) lines.RemoveRange(0, 200);
            lines.Add(line[(line.LastIndexOf('\r') + 1)..]);
        }
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int id, int signal);
}
