using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Layar.Ui.Tests;

[Trait("Kind", "budget")]
public sealed partial class SheetTests
{
    private static readonly string Ui = Path.GetFullPath(Path.Combine(Here(), "..", "..", "src", "Ui"));

    [Theory]
    [InlineData("citizen.css", 10)]
    [InlineData("staff.css", 14)]
    public void A_sheet_stays_within_its_budget(string sheet, int kilobytes) =>
        Assert.InRange(Brotli([System.Text.Encoding.UTF8.GetBytes(Embedded(sheet))]), 1, kilobytes * 1024);

    /// <summary>As the house serves them: without notes on lines of their own and without indents.</summary>
    [Theory]
    [InlineData("phone-wizard photo-shrink locate copy quick-exit")]
    [InlineData("phone photo-shrink locate copy quick-exit signature-pad stepper")]
    public void The_scripts_of_a_citizen_page_stay_within_12_kilobytes(string scripts) =>
        Assert.InRange(scripts.Split(' ').Sum(s => Brotli([System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Embedded($"js/{s}.js").Split('\n')
            .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))))])), 1, 12 * 1024);

    [Theory]
    [InlineData("CitizenPart", "citizen.css")]
    [InlineData("StaffPart", "staff.css")]
    [InlineData("PhonePart", "js/phone.js")]
    [InlineData("WizardPart", "js/phone-wizard.js")]
    [InlineData("HelperPart", "js/phone-helper.js")]
    [InlineData("WorkerPart", "js/worker.js")]
    [InlineData("PhotoPart", "js/photo-shrink.js")]
    [InlineData("FieldPart", "js/field.js")]
    public void A_sheet_is_its_parts_joined(string item, string sheet)
    {
        var project = XDocument.Load(Path.Combine(Ui, "Ui.csproj"));
        var parts = project.Descendants(item).Single().Attribute("Include")!.Value.Split(';');
        var joined = string.Concat(parts.Select(p => File.ReadAllText(Path.Combine(Ui, p))));
        Assert.Equal(joined, Embedded(sheet));
    }

    [Fact]
    public void No_page_of_this_project_carries_inline_style_or_script()
    {
        foreach (var view in Directory.GetFiles(Ui, "*.cshtml", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
            Assert.DoesNotMatch(@"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src)", File.ReadAllText(view));
    }

    [Theory]
    [InlineData("tokens.css")]
    [InlineData("tokens-staff.css")]
    public void Words_stand_out_from_their_ground(string sheet)
    {
        var tokens = Tokens("tokens.css");
        foreach (var (name, value) in Tokens(sheet)) tokens[name] = value;
        (string Word, string Ground)[] pairs =
        [
            ("ink", "paper"), ("ink", "card"), ("ink", "wash"), ("ink-2", "paper"), ("ink-2", "card"), ("ink-2", "wash"),
            ("ink-2", "grey-bg"), ("quiet", "card"), ("quiet", "paper"), ("on-primary", "primary"), ("on-primary", "primary-dark"),
            ("link", "card"), ("link", "paper"), ("link", "wash"), ("red-ink", "card"), ("amber-ink", "card"),
            ("teal-ink", "teal-bg"), ("amber-ink", "amber-bg"), ("red-ink", "red-bg"), ("blue-ink", "blue-bg"),
            ("violet-ink", "violet-bg"), ("grey-ink", "grey-bg"), ("on-primary", "danger"), ("teal-100", "teal-900"),
        ];
        foreach (var (word, ground) in pairs)
        {
            var contrast = Contrast(tokens[word], tokens[ground]);
            Assert.True(contrast >= 4.5, $"{word} on {ground} is {contrast:0.00} in {sheet}");
        }
        Assert.True(Contrast(tokens["edge"], tokens["card"]) >= 3, "the edge of a box must be seen");
    }

    /// <summary>A file as the program carries it.</summary>
    private static string Embedded(string file)
    {
        using var reader = new StreamReader(typeof(UiModule).Assembly.GetManifestResourceStream($"wwwroot/{file}")!);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Tokens(string sheet)
    {
        var tokens = new Dictionary<string, string>();
        foreach (Match match in Token().Matches(File.ReadAllText(Path.Combine(Ui, "Styles", sheet)))) tokens[match.Groups[1].Value] = match.Groups[2].Value;
        return tokens;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Light(one), Light(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Light(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
        double Part(int at)
        {
            var share = int.Parse(full.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= .04045 ? share / 12.92 : Math.Pow((share + .055) / 1.055, 2.4);
        }
        return .2126 * Part(0) + .7152 * Part(2) + .0722 * Part(4);
    }

    private static long Brotli(byte[][] files)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            foreach (var file in files) brotli.Write(file);
        return packed.Length;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"--([a-z0-9-]+):\s*#([0-9a-f]{3}(?:[0-9a-f]{3})?);")]
    private static partial Regex Token();
}
