using Layar.Letters.Contracts;
using Layar.Letters.Templates;

namespace Layar.Letters.Tests.Templates;

/// <summary>
/// What each template makes of its sample, reviewed by eye. A version that was used never changes: a difference here
/// means a new version. LAYAR_SNAPSHOTS=folder writes fresh ones there.
/// </summary>
[Trait("Kind", "contract")]
public sealed class LetterSnapshotTests
{
    public static TheoryData<LetterKind, int> Kinds => [.. SampleLetters.All.Concat(SampleLetters.Later).Select(l => (l.Kind, l.TemplateVersion))];

    [Theory, MemberData(nameof(Kinds))]
    public void Templates_make_the_reviewed_page(LetterKind kind, int version)
    {
        var letter = SampleLetters.All.Concat(SampleLetters.Later).Single(l => (l.Kind, l.TemplateVersion) == (kind, version));
        var name = $"{LetterTemplate.NameOf(kind, version)}.html";
        var html = new LetterTemplates().Html(letter with { Verification = new("R7K2PM4D", "layar.contoh.go.id/v/R7K2-PM4D", "Q", new string('a', 64)) });
        var style = html.IndexOf("<style>", StringComparison.Ordinal);
        var page = html.Remove(style, html.IndexOf("</style>", StringComparison.Ordinal) - style + "</style>".Length).Replace("\r", "");
        if (Environment.GetEnvironmentVariable("LAYAR_SNAPSHOTS") is { } folder) File.WriteAllText(Path.Combine(folder, name), page);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", name)), page);
    }
}
