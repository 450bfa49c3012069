using Layar.Testing;

namespace Layar.Host.Tests.Contract;

/// <summary>A wrong word on the command line starts nothing and says how the verb is written.</summary>
[Trait("Kind", "contract")]
public sealed class UsageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-usage-").FullName;

    [Theory]
    [InlineData("demo", "--casess", "10"), InlineData("demo", "--port"), InlineData("demo", "sekarang"), InlineData("demo", "-p", "5081")]
    [InlineData("serve", "--only-data", "true"), InlineData("migrate", "--new-key"), InlineData("rotate-keys", "--all"), InlineData("verify-audit", "--deep")]
    [InlineData("import-areas", "a.csv", "--commit"), InlineData("import-dtsen", "a.csv", "--force"), InlineData("link", "a.csv", "--speed", "fast")]
    [InlineData("backup", "a", "b"), InlineData("restore", "a", "--over"), InlineData("verify-backup", "a", "--x"), InlineData("verify-letter", "a.pdf", "--x=1")]
    public async Task What_a_verb_does_not_know_it_refuses_with_its_form(params string[] words)
    {
        var run = await Terminal.Run([.. words, "--data", folder]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains($"Usage: ./layar {words[0]}", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("demo"), InlineData("serve"), InlineData("migrate"), InlineData("import-areas"), InlineData("import-dtsen"), InlineData("link"), InlineData("backup"), InlineData("restore")]
    [InlineData("verify-backup"), InlineData("rotate-keys"), InlineData("verify-audit"), InlineData("verify-letter"), InlineData("workflow-doc")]
    public async Task Help_prints_the_form_and_does_nothing(string verb)
    {
        var run = await Terminal.Run(verb, "--data", folder, "--help");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith($"Usage: ./layar {verb}", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
