using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Host.Tests.Security;

/// <summary>
/// Two hundred payloads in every free text of citizens and of the desk, and every place where they come out again: pages, tables for
/// spreadsheets, answers for machines. They are met as words and as nothing else.
/// </summary>
[Trait("Kind", "page"), Collection(HostHouse.Name)]
public sealed partial class PayloadTests(HostServer server)
{
    private static readonly string[] Urls = ["href", "src", "action", "formaction", "data", "srcdoc", "poster", "xlink:href"];

    [Fact]
    public async Task What_a_citizen_typed_is_only_words_wherever_it_is_read()
    {
        using var desk = await server.SignedIn(Roles.Manager);
        using var citizen = server.Visitor();
        var met = 0;
        foreach (var (text, mark) in Payloads.All)
        {
            var sent = await Send(citizen, text);
            var pages = new List<Page> { await desk.Open($"/petugas/kasus/{(string)sent["code"]!}"), await citizen.Open((string)sent["link"]!), await citizen.Open($"/lacak?kode={Uri.EscapeDataString(text)}") };
            foreach (var page in pages) Plain(page, text);
            Assert.True(pages[0].Document.Body!.TextContent.Contains(mark, StringComparison.Ordinal), $"{text} is not shown on its case");
            met++;
            Assert.DoesNotContain("X-Jahat", string.Join(',', pages.SelectMany(p => p.Answer.Headers).Select(h => h.Key)), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(200, met);
        foreach (var path in (string[])["/petugas/antrean", "/petugas/kasus", "/petugas/warga", "/petugas/cari?q=alert", "/petugas/warga?q=alert", "/petugas/surat?tampilan=semua"])
            Plain(await desk.Open(path), path);
        Sheet(await desk.Http.GetStringAsync("/petugas/kasus/unduh?tampilan=semua"), 100);
    }

    [Fact]
    public async Task What_the_desk_typed_is_only_words_wherever_it_is_read()
    {
        using var desk = await server.SignedIn(Roles.Operator);
        using var manager = await server.SignedIn(Roles.Manager);
        foreach (var part in Payloads.All.Chunk(10))
        {
            var (one, mark) = part[0];
            var opened = await server.Case(new WantedCase { Service = "sandang", Title = part[1].Text, Excerpt = part[2].Text, Person = new() { Name = part[3].Text, Alias = part[4].Text, Address = part[5].Text, Rt = "02", BirthPlace = part[6].Text, Sex = "P", Area = "63.11.02.2004" } });
            await (await desk.Open(opened.Path)).Form("Kirim").Set("Note", one).Press("Kirim");
            await (await desk.Open(opened.Path + "/periksa")).Form("Kelengkapan").Set("Documents[sktm].State", "tidak").Set("Documents[sktm].Reason", part[7].Text).Press("Simpan");
            await (await desk.Open(opened.Path + "/tanya")).Form("Pertanyaan").Set("Questions[0].Text", part[8].Text).Set("Questions[0].Kind", "Choice").Set("Questions[0].Options", $"{Line(part[9].Text)}\nlain").Press("Minta kelengkapan");
            var person = (await desk.Open(opened.Path)).Document.QuerySelector("main a[href^='/petugas/warga/']")!.GetAttribute("href")!;
            await (await desk.Open(person + "/data")).Form("Simpan").Set("Input.Marks", part[7].Text).Set("Input.Clothes", part[8].Text).Set("Input.FoundPlace", part[9].Text).Set("Input.Source", "orangnya").Press("Simpan");
            var pages = new List<Page>();
            foreach (var path in (string[])[opened.Path, opened.Path + "/periksa", opened.Path + "/pertanyaan", opened.Path + "/data", opened.Path + "/gabung", person, person + "/data", person + "/foto", person + "/keluarga"]) pages.Add(await manager.Open(path));
            foreach (var page in pages) Plain(page, $"{page.Path} with {one}");
            var shown = string.Concat(pages.Select(p => p.Document.Body!.TextContent + string.Concat(p.Document.QuerySelectorAll("input, textarea").Select(i => i.GetAttribute("value")))));
            foreach (var (text, sign) in part) Assert.True(shown.Contains(sign, StringComparison.Ordinal), $"{text} is shown nowhere");
        }
        Sheet(await manager.Http.GetStringAsync("/petugas/kasus/unduh?tampilan=semua"), 20);
        Sheet(await Copy(), 10);
    }

    /// <summary>The copy of a person's data is the table with the most free text.</summary>
    private async Task<string> Copy()
    {
        using var manager = await server.SignedIn(Roles.Manager);
        var formulas = Payloads.All.Where(p => p.Text[0] is '=' or '+' or '-' or '@' or '\t' or '＝').Take(6).ToList();
        var opened = await server.Case(new WantedCase { Title = formulas[0].Text, Excerpt = formulas[1].Text, Person = new() { Name = formulas[2].Text, Alias = formulas[3].Text, Address = formulas[4].Text, BirthPlace = formulas[5].Text, Sex = "P" } });
        var person = (await manager.Open(opened.Path)).Document.QuerySelector("main a[href^='/petugas/warga/']")!.GetAttribute("href")!;
        return (await (await manager.Open(person + "/salinan")).Form("Tampilkan salinan").Set("Asked", "permintaan orangnya").Press("Unduh tabel")).Text;
    }

    private static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line[..Math.Min(line.Length, 90)];
    }

    private static async Task<JsonNode> Send(Visitor citizen, string text)
    {
        var answer = await citizen.Http.PostAsJsonAsync("/api/laporan", new
        {
            reportId = Guid.CreateVersion7(), @for = "neighbour", problem = "lansia", story = text, landmark = text, areaCode = "63.11.02.2004", secrecy = "open",
            person = new { name = text, ageGroup = "elderly", sex = "P" }, contact = new { channel = "whatsapp", value = "0812 3456 7890" },
        });
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{text}: {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>The document holds nothing that the house did not write: no handler, no inline script, no address of elsewhere.</summary>
    private static void Plain(Page page, string what)
    {
        Assert.True((int)page.Status < 500, $"{page.Path} answers {page.Status} to {what}");
        foreach (var element in page.Document.All)
        {
            Assert.False(element.LocalName is "iframe" or "object" or "embed" or "base" or "math" or "style", $"<{element.LocalName}> on {page.Path}: {what}");
            Assert.False(element.LocalName == "script" && (element.GetAttribute("src") is not { } src || !src.StartsWith('/') || src.StartsWith("//", StringComparison.Ordinal)), $"a script on {page.Path}: {what}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name} on {page.Path}: {what}");
                if (Urls.Contains(attribute.Name)) Assert.False(Elsewhere().IsMatch(attribute.Value), $"{attribute.Name}={attribute.Value} on {page.Path}");
            }
        }
        Assert.Null(page.Document.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Contains("script-src 'self'", page.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>An address that runs something or leads to the attacker; his name inside the words of a search is no address.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^\s*(javascript:|data:text|(https?:)?//jahat)", System.Text.RegularExpressions.RegexOptions.IgnoreCase)]
    private static partial System.Text.RegularExpressions.Regex Elsewhere();

    /// <summary>No cell begins with what a spreadsheet would run.</summary>
    private static void Sheet(string table, int least)
    {
        var cells = Cells(table.TrimStart('\uFEFF')).ToList();
        Assert.True(cells.Count >= least, $"{cells.Count} cells");
        foreach (var cell in cells)
        {
            if (cell.Length == 0) continue;
            var first = cell.TrimStart(' ', '\u00A0')[..Math.Min(1, cell.Trim().Length)].Normalize(System.Text.NormalizationForm.FormKC);
            Assert.False(first.Length > 0 && "=+-@|%\t\r".Contains(first[0], StringComparison.Ordinal), $"a cell begins with {cell[..Math.Min(40, cell.Length)]}");
        }
    }

    private static IEnumerable<string> Cells(string table)
    {
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < table.Length; i++)
        {
            var sign = table[i];
            if (quoted && sign == '"' && i + 1 < table.Length && table[i + 1] == '"') cell.Append(table[++i]);
            else if (sign == '"') quoted = !quoted;
            else if (!quoted && sign is ';' or '\n' && !quoted)
            {
                yield return cell.ToString().TrimEnd('\r');
                cell.Clear();
            }
            else cell.Append(sign);
        }
    }
}
