using System.Runtime.InteropServices;

namespace Layar.Bench.Report;

/// <summary>What a reader must know of the machine.</summary>
internal static class MachineFacts
{
    public static List<string> Read() =>
    [
        $"{Environment.ProcessorCount} processors, {Of("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Memory()}, load {Load()} at the start",
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}",
    ];

    private static string Memory() => Of("/proc/meminfo", "MemTotal") is { } text && long.TryParse(text.Split(' ')[0], out var kilobytes)
        ? $"{kilobytes / 1024.0 / 1024.0:N0} GB memory" : "memory unknown";

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string? Of(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).Where(l => l.StartsWith(key, StringComparison.Ordinal)).Select(l => l[(l.IndexOf(':') + 1)..].Trim()).FirstOrDefault() : null;
}
