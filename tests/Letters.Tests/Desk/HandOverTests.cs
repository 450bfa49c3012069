using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Letters.Handing;
using Layar.Letters.Register;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class HandOverTests(LettersServer server)
{
    private static readonly byte[] Drawing = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(Roles.Manager), InlineData(Roles.Operator), InlineData(Roles.Head), InlineData(Roles.DivisionHead)]
    public async Task Only_the_front_office_hands_over(string role)
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        Assert.NotEqual(HttpStatusCode.OK, (await (await server.As(role)).Open($"/petugas/kasus/{summary.Number}/serahkan")).Status);
    }

    [Fact]
    public async Task Before_the_letter_is_ready_there_is_nothing_to_hand_over()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var page = await (await server.As(Roles.FrontOffice)).Open($"/petugas/kasus/{summary.Number}/serahkan");
        Assert.Contains("Belum ada surat", page.Text);
    }

    [Theory]
    [InlineData("Receiver", "", "Tulis nama penerima"), InlineData("Relation", "", "Pilih siapa penerimanya"), InlineData("Check", "", "Pilih bagaimana identitas diperiksa")]
    [InlineData("Time", "abc", "Tulis tanggal dan jam"), InlineData("Day", "2999-01-01", "masa depan"), InlineData("NoProof", "", "Minta tanda tangan")]
    public async Task Each_missing_fact_is_named(string field, string value, string message)
    {
        var page = await Filled((await server.Issued()).CaseNumber, f => f.Set(field, value));
        Assert.Contains(page.Errors, e => e.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_missing_facts_are_named_at_once_and_what_was_typed_stays()
    {
        var page = await Filled((await server.Issued()).CaseNumber, f => f.Set("Receiver", "").Set("Relation", "").Set("Time", "abc").Set("NoProof", "").Attach("Photo", "f.png", "image/png", [1, 2, 3]));
        Assert.Equal(["#Receiver", "#Relation", "#Time", "#Photo"], page.Document.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")).Order(Comparer<string?>.Create((a, b) => Place(a) - Place(b))));
        Assert.All((string[])["Receiver", "Relation", "Time", "Photo"], field => Assert.NotNull(page.Document.QuerySelector($"#{field}-error")));
        Assert.Equal("abc", page.Document.QuerySelector("#Time")!.GetAttribute("value"));
        Assert.True(page.Document.QuerySelector("input[name=Check][value=Ktp]")!.HasAttribute("checked"));

        static int Place(string? link) => Array.IndexOf(["#Receiver", "#Relation", "#Time", "#Photo"], link);
    }

    [Theory]
    [InlineData("Family", "FamilyCard"), InlineData("Guardian", "KnownByOfficer"), InlineData("VillageOfficer", "ReportPin")]
    public async Task Family_guardian_and_others_may_receive(string relation, string check)
    {
        var letter = await server.Issued();
        var answer = await Filled(letter.CaseNumber, f => f.Set("Relation", relation).Set("Check", check));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var record = await Record(letter);
        Assert.Equal((relation, check), (record.Relation.ToString(), record.IdentityCheck.ToString()));
        Assert.DoesNotContain("Rusli", System.Text.Encoding.UTF8.GetString(record.SealedReceiver));
    }

    [Fact]
    public async Task A_drawn_signature_and_a_photo_are_kept_and_shown()
    {
        var letter = await server.Issued();
        await Filled(letter.CaseNumber, f => f.Set("NoProof", "").Set("Signature", "data:image/png;base64," + Convert.ToBase64String(Drawing)).Attach("Photo", "f.png", "image/png", Drawing));
        var record = await Record(letter);
        Assert.NotNull(record.SignatureFileId);
        Assert.NotNull(record.PhotoFileId);
        var office = await server.As(Roles.FrontOffice);
        Assert.Equal("image/png", (await office.Http.GetAsync($"/petugas/surat/{letter.Id.Value}/serah-terima/tanda-tangan")).Content.Headers.ContentType!.MediaType);
        Assert.Contains("Rusli", (await office.Open($"/petugas/surat/{letter.Id.Value}")).Text);
    }

    [Fact]
    public async Task Who_approved_cannot_hand_over()
    {
        var letter = await server.Issued();
        var manager = await server.Within(s => s.GetRequiredService<AppDb>().Set<LetterApproval>().Where(a => a.LetterId == letter.Id).Select(a => a.ById).FirstAsync());
        var both = LettersServer.Someone(Roles.FrontOffice) with { Id = new(manager!.Value) };
        var outcome = await server.Within(s => s.GetRequiredService<HandOverHandler>().Handle(
            new HandOver(letter.Id, 0, "Rusli", ReceiverRelation.Self, IdentityCheck.Ktp, DateTime.UtcNow, null, null, NoProofReason.Refused), both, CancellationToken.None));
        Assert.Equal("letters.refused.duties", outcome.Refusal?.Code);
        Assert.Equal(LetterState.Issued, (await server.Letter(letter.Id.Value.ToString())).State);
    }

    [Fact]
    public async Task Pressing_twice_hands_over_once()
    {
        var letter = await server.Issued();
        var first = await Filled(letter.CaseNumber, _ => { });
        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.Equal(1, await server.Within(s => s.GetRequiredService<AppDb>().Set<Handover>().CountAsync(h => h.LetterId == letter.Id)));
        Assert.Equal(CaseStep.Completed, (await server.Case(letter.CaseId))!.Step);
    }

    private async Task<Page> Filled(string number, Action<Form> change)
    {
        var form = (await (await server.As(Roles.FrontOffice)).Open($"/petugas/kasus/{number}/serahkan")).Form("Tandai diserahkan");
        form.Set("Receiver", "Rusli").Set("Relation", "Self").Set("Check", "Ktp").Set("NoProof", "CannotSign");
        change(form);
        return await form.Press("Tandai diserahkan");
    }

    private Task<Handover> Record(Letter letter) => server.Within(s => s.GetRequiredService<AppDb>().Set<Handover>().AsNoTracking().SingleAsync(h => h.LetterId == letter.Id));
}
