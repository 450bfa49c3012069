using System.Runtime.Versioning;
using Layar.Letters.Printing;
using Layar.Letters.Sealing;
using Layar.Letters.Templates;
using Layar.Letters.Tests;

[assembly: AssemblyFixture(typeof(Press))]
[assembly: SupportedOSPlatform("linux")]

namespace Layar.Letters.Tests;

/// <summary>A printer, an office key and a folder, shared by all tests of this assembly.</summary>
public sealed class Press : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("letters").FullName;

    internal LetterPrinter Printer { get; private set; } = null!;
    internal OfficeKeys Keys { get; private set; } = null!;
    internal LetterTemplates Templates { get; } = new();
    internal LetterPress Letters => new(Templates, Printer);

    public ValueTask InitializeAsync()
    {
        Printer = new(new PrintOptions { Folder = folder, Timeout = TimeSpan.FromSeconds(90) });
        Keys = OfficeKeys.LoadOrCreate(Path.Combine(folder, "keys"), "Dinas Sosial Kabupaten Balangan", TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    internal async Task<byte[]> Sealed(LetterDocument letter)
    {
        var mode = letter.Signing == LetterSigning.Paper ? (ISignatureMode)new PrintedThenScanned() : new OfficeSeal(Keys.Current);
        var result = await Letters.IssueAsync(letter.Marked(Keys.Current), mode, SampleLetters.Details, TestContext.Current.CancellationToken);
        return result.Pdf!;
    }

    internal string Save(byte[] bytes, string ending = "pdf")
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.{ending}");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await Printer.DisposeAsync();
        Keys.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
