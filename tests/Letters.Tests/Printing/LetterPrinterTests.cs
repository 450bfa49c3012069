using System.Diagnostics;
using Layar.Letters.Contracts;
using Layar.Letters.Printing;

namespace Layar.Letters.Tests.Printing;

[Trait("Kind", "slice")]
public sealed class LetterPrinterTests : IDisposable
{
    private const string Small = "<html lang=id><body>Surat";
    private readonly string folder = Directory.CreateTempSubdirectory("press").FullName;
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private PrintOptions Options => new() { Folder = folder, Workers = 1 };

    [Fact]
    public async Task A_killed_worker_is_replaced_and_its_letter_printed()
    {
        await using var printer = new LetterPrinter(Options);
        await printer.WarmAsync(Now);
        var first = printer.ProcessIds.Single();
        var job = printer.PrintAsync(Heavy(40), "1", Now);
        await Task.Delay(80, Now);
        Process.GetProcessById(first).Kill();
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await job));
        Assert.NotEqual(first, printer.ProcessIds.Single());
    }

    [Fact]
    public async Task A_letter_that_takes_too_long_is_an_error_and_the_next_one_prints()
    {
        await using var printer = new LetterPrinter(Options with { Timeout = TimeSpan.FromMilliseconds(1500) });
        await printer.WarmAsync(Now);
        var slow = printer.ProcessIds.Single();
        var error = await Assert.ThrowsAsync<LetterPrintException>(() => printer.PrintAsync(Heavy(4000), "1", Now));
        Assert.Equal("print.timeout", error.Code);
        Assert.NotEmpty(await printer.PrintAsync(Small, "2", Now));
        Assert.NotEqual(slow, printer.ProcessIds.Single());
        Assert.False(IsUp(slow));
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_share_of_letters()
    {
        await using var printer = new LetterPrinter(Options with { LettersPerWorker = 2 });
        await printer.PrintAsync(Small, "1", Now);
        var first = printer.ProcessIds.Single();
        await printer.PrintAsync(Small, "2", Now);
        await printer.PrintAsync(Small, "3", Now);
        Assert.NotEqual(first, printer.ProcessIds.Single());
    }

    [Fact]
    public async Task No_process_stays_behind()
    {
        var printer = new LetterPrinter(Options with { Workers = 2 });
        await printer.WarmAsync(Now);
        var running = printer.ProcessIds;
        Assert.Equal(2, running.Count);
        await printer.DisposeAsync();
        Assert.All(running, id => Assert.False(IsUp(id)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => printer.PrintAsync(Small, "1", Now));
    }

    [Fact]
    public async Task A_cancelled_letter_gives_its_place_back()
    {
        await using var printer = new LetterPrinter(Options);
        await printer.WarmAsync(Now);
        using var soon = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printer.PrintAsync(Heavy(3000), "1", soon.Token));
        Assert.NotEmpty(await printer.PrintAsync(Small, "2", Now));
    }

    [Theory]
    [InlineData("/usr/bin/no-such-python")]
    [InlineData("without-weasyprint")]
    public async Task Without_WeasyPrint_the_error_says_what_to_install(string python)
    {
        if (python == "without-weasyprint")
        {
            python = Path.Combine(folder, "python3");
            await File.WriteAllTextAsync(python, "#!/bin/sh\nexit 3\n", Now);
            File.SetUnixFileMode(python, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        await using var printer = new LetterPrinter(Options with { Python = python });
        var error = await Assert.ThrowsAsync<LetterPrintException>(() => printer.PrintAsync(Small, "1", Now));
        Assert.Equal("print.missing", error.Code);
        Assert.Contains("apt install weasyprint", error.Message);
    }

    private static string Heavy(int rows) =>
        $"<html lang=id><body><table>{string.Concat(Enumerable.Repeat("<tr><td>Nama<td>Aminah binti Hasan<td>Desa Tabuan RT 02, Kecamatan Halong</tr>", rows))}</table>";

    private static bool IsUp(int id)
    {
        try { return !Process.GetProcessById(id).HasExited; }
        catch (ArgumentException) { return false; }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
