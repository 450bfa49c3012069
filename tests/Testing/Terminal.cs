using System.Diagnostics;

namespace Layar.Testing;

/// <summary>The real program in a process of its own.</summary>
public static class Terminal
{
    /// <summary>Starts the program; who starts it ends it by its own process id.</summary>
    public static Process Start(params string[] words) => Under([], words);

    /// <summary>The same below another program that watches it.</summary>
    /// <param name="watcher">its command; the program's own process takes the number of the one that is returned</param>
    public static Process Under(string[] watcher, params string[] words)
    {
        // A file that reaches the size it is allowed answers with an error, as a full disk does, instead of a signal that ends the program.
        var start = new ProcessStartInfo("bash", ["-c", "trap '' XFSZ; exec \"$@\"", "layar", .. watcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "Layar.Host.dll"), .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    public static async Task<TerminalRun> Run(params string[] words)
    {
        using var process = Start(words);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new TerminalRun(process.ExitCode, await output, await error);
    }
}

/// <summary>How a run of the program ended and what it wrote.</summary>
public sealed record TerminalRun(int Code, string Output, string Error)
{
    public string Said => Output + Error;
}
