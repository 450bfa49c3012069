using System.ComponentModel;
using System.Diagnostics;

namespace Layar.Letters.Tests;

/// <summary>Programs that judge our files from outside: pdfsig, qpdf, zbarimg and others.</summary>
internal static class Tool
{
    public static string Run(string package, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try { process = Process.Start(start)!; }
        catch (Win32Exception) { throw new InvalidOperationException($"This test needs {program}: apt install {package}"); }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return $"{text}\nexit {process.ExitCode}";
        }
    }

    public static string Poppler(string program, params string[] arguments) => Run("poppler-utils", program, arguments);
}
