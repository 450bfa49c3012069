using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Letters.Contracts;

namespace Layar.Letters.Tests.Desk;

[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class LetterJourneyTests(LettersServer server, Press press)
{
    [Fact]
    public async Task A_confirmed_case_becomes_a_sealed_letter_in_somebodys_hands()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var letter = await server.Issued(summary);

        Assert.Matches(@"^400\.9\.14\.5/\d{4}/DINSOS-BLG/\d{4}$", letter.NumberText);
        Assert.Equal(CaseStep.LetterReady, (await server.Case(summary.Id))!.Step);
        var file = press.Save(await server.Pdf(letter));
        Assert.Contains(LettersServer.FullName, Tool.Poppler("pdftotext", file, "-"));
        Assert.Contains("Signature is Valid", Tool.Poppler("pdfsig", file));

        var give = (await (await server.As(Roles.FrontOffice)).Open($"/petugas/kasus/{summary.Number}/serahkan")).Form("Tandai diserahkan");
        var done = await give.Set("Receiver", "Aminah").Set("Relation", "Self").Set("Check", "Ktp").Set("NoProof", "CannotSign").Press("Tandai diserahkan");
        Assert.Empty(done.Errors);
        Assert.Equal(LetterState.HandedOver, (await server.Letter(letter.Id.Value.ToString())).State);
        Assert.Equal(CaseStep.Completed, (await server.Case(summary.Id))!.Step);

        var check = await server.Visitor().Open($"/v/{letter.Code}");
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("Surat ini asli dan berlaku", check.Text);
        Assert.Contains("A. B. H.", check.Text);
        Assert.DoesNotContain("Aminah", check.Text);
        Assert.DoesNotContain(LettersServer.Nik, check.Text);
    }
}
