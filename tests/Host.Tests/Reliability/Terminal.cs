using System.Diagnostics;

namespace Layar.Host.Tests.Reliability;

/// <summary>The real program in a process of its own.</summary>
internal static class Terminal
{
    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Layar.Host.dll"));
        foreach (var word in words) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Said)> Run(params string[] words)
    {
        using var process = Start(words);
        var said = process.StandardOutput.ReadToEndAsync();
        var warned = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await warned);
    }
}
