using System.Text.Json;
using Layar.Letters.Templates;
using Layar.Testing;

namespace Layar.Letters.Tests.Printing;

/// <summary>Two hundred payloads in the free texts of letters: they are printed as words, and no PDF holds anything that acts.</summary>
[Trait("Kind", "slice")]
public sealed class PayloadPdfTests(Press press)
{
    private static readonly string[] Keys = ["/JS", "/AA", "/OpenAction", "/URI", "/EmbeddedFiles", "/XFA"];
    private static readonly string[] Names = ["/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/SubmitForm", "/GoToR", "/URI", "/FileAttachment"];

    [Fact]
    public async Task Nothing_that_was_typed_becomes_a_part_of_the_file()
    {
        foreach (var part in Payloads.All.Chunk(40))
        {
            var letter = SampleLetters.Recommendation with
            {
                Subject = [.. part.Select((p, i) => new LetterRow(i == 0 ? "Nama" : $"Isian {i}", One(p.Text)))],
                Fields = new Dictionary<string, string>(SampleLetters.Recommendation.Fields) { ["unit"] = One(part[3].Text), ["authority"] = One(part[4].Text) },
                Copies = [One(part[5].Text), One(part[6].Text)],
            };
            var file = press.Save(await press.Sealed(letter));
            Assert.EndsWith("exit 0", Tool.Run("qpdf", "qpdf", "--check", file));
            var text = Tool.Poppler("pdftotext", "-raw", file, "-").ReplaceLineEndings("");
            foreach (var (payload, mark) in part) Assert.True(text.Contains(mark, StringComparison.Ordinal), $"{payload} is not printed");
            using var pdf = JsonDocument.Parse(Tool.Run("qpdf", "qpdf", "--json=2", file, "-").Split("\nexit ")[0]);
            Inert(pdf.RootElement.GetProperty("qpdf"));
        }
    }

    private static string One(string text) => text.ReplaceLineEndings(" ");

    private static void Inert(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array) foreach (var item in part.EnumerateArray()) Inert(item);
        if (part.ValueKind == JsonValueKind.String) Assert.DoesNotContain(part.GetString()!, Names);
        if (part.ValueKind != JsonValueKind.Object) return;
        foreach (var property in part.EnumerateObject())
        {
            Assert.DoesNotContain(property.Name, Keys);
            Inert(property.Value);
        }
    }
}
