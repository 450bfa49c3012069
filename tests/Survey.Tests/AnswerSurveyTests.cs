using System.Net;
using Layar.Cases.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Survey.Answering;
using Layar.Survey.Invitations;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Survey.Tests;

[Trait("Kind", "page"), Collection(SurveyHouse.Name)]
public sealed class AnswerSurveyTests(StaffServer server)
{
    [Fact]
    public async Task The_survey_asks_nine_elements_with_four_faces_in_words()
    {
        var page = await server.Visitor().Open(await server.CompletedLink());
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(9, page.Document.QuerySelectorAll("fieldset .choices-faces").Length);
        Assert.All(page.Document.QuerySelectorAll(".choices-faces"), faces =>
            Assert.Equal(["Tidak baik", "Kurang baik", "Baik", "Sangat baik"], faces.QuerySelectorAll(".choice-words").Select(w => w.TextContent.Trim())));
        Assert.DoesNotContain("style=", page.Text);
    }

    [Fact]
    public async Task All_nine_marks_are_stored_without_the_case_and_the_profile_apart()
    {
        var link = await server.CompletedLink();
        var visitor = server.Visitor();
        var (answers, profiles) = (await server.Count<SurveyAnswer>(), await server.Count<SurveyProfile>());
        var answer = await (await visitor.Open(link)).Form().Mark("3").Set("Comment", "Petugasnya ramah").Set("Sex", "P").Set("Job", "farmer").Press("Kirim jawaban");
        Assert.Equal("/survei/terima-kasih", answer.Location);
        Assert.Equal("Terima kasih", (await answer.Follow()).Title);
        Assert.Equal((answers + 1, profiles + 1), (await server.Count<SurveyAnswer>(), await server.Count<SurveyProfile>()));
        var columns = await server.Within(s => Task.FromResult(s.GetRequiredService<AppDb>().Model.FindEntityType(typeof(SurveyProfile))!.GetProperties().Select(p => p.Name).ToList()));
        Assert.Equal(["AgeGroup", "Education", "Id", "Job", "Month", "Sex"], columns.Order());
        Assert.Equal("Survei ini sudah diisi", (await visitor.Open(link)).Title);
    }

    [Fact]
    public async Task An_incomplete_survey_is_not_stored_and_keeps_what_was_chosen()
    {
        var link = await server.CompletedLink();
        var before = await server.Count<SurveyAnswer>();
        var page = await (await server.Visitor().Open(link)).Form().Mark("2", 8).Set("Comment", "Tetap ada").Press("Kirim jawaban");
        Assert.Equal(["Pilih penilaian untuk tempat dan sarana"], page.Document.QuerySelectorAll(".errors a").Select(a => a.TextContent));
        Assert.Equal(8, page.Document.QuerySelectorAll("input[type=radio][checked][value='2']").Length);
        Assert.Contains("Tetap ada", page.Document.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector(".errors a")!.GetAttribute("href")!));
        Assert.Equal(before, await server.Count<SurveyAnswer>());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("empat")]
    public async Task A_mark_outside_one_to_four_is_refused(string mark)
    {
        var page = await (await server.Visitor().Open(await server.CompletedLink())).Form().Mark(mark).Press("Kirim jawaban");
        Assert.Equal(9, page.Document.QuerySelectorAll(".errors li").Length);
    }

    [Fact]
    public async Task A_comment_over_a_thousand_letters_is_refused()
    {
        var page = await (await server.Visitor().Open(await server.CompletedLink())).Form().Mark().Set("Comment", new string('a', 1001)).Press("Kirim jawaban");
        Assert.Contains("1.000", page.Document.QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task An_unknown_and_an_expired_token_get_the_same_answer()
    {
        var id = await server.OpenCase();
        await server.Complete(id);
        var link = await server.Link(id);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<SurveyInvitation>().Where(i => i.CaseId == id)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, DateTime.UtcNow.AddMinutes(-1))));
        var expired = await server.Visitor().Open(link);
        var unknown = await server.Visitor().Open("/survei/0123456789AB");
        Assert.Equal(HttpStatusCode.NotFound, expired.Status);
        Assert.Equal((unknown.Status, unknown.Text.Replace("0123456789AB", "")), (expired.Status, expired.Text.Replace(link[8..], "")));
        Assert.Equal(unknown.Title, (await server.Visitor().Open("/survei/x")).Title);
        Assert.Null(await server.Within(s => s.GetRequiredService<Contracts.ISurveyLinks>().LinkFor(id)));
    }

    [Fact]
    public async Task Of_answers_sent_at_the_same_moment_one_counts()
    {
        var link = await server.CompletedLink();
        var before = await server.Count<SurveyAnswer>();
        var forms = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await server.Visitor().Open(link)).Form().Mark()));
        var answers = await Task.WhenAll(forms.Select(f => f.Press("Kirim jawaban")));
        Assert.Equal(1, answers.Count(a => a.Location == "/survei/terima-kasih"));
        Assert.Equal(7, answers.Count(a => a.Title == "Survei ini sudah diisi"));
        Assert.Equal(before + 1, await server.Count<SurveyAnswer>());
    }

    [Fact]
    public async Task The_same_message_again_invites_nobody_twice_and_the_token_stands_nowhere()
    {
        var id = await server.OpenCase();
        await server.Complete(id);
        var link = await server.Link(id);
        var message = await server.Completion(id);
        await server.Within(async s =>
        {
            await s.GetServices<Layar.Kernel.Outbox.IOutboxConsumer>().OfType<InviteAfterCompletion>().Single().Handle(message, CancellationToken.None);
            return true;
        });
        var invitations = await server.Within(s => s.GetRequiredService<AppDb>().Set<SurveyInvitation>().Where(i => i.CaseId == id).ToListAsync());
        Assert.Equal(TimeSpan.FromDays(90), Assert.Single(invitations).ExpiresAt - invitations[0].CreatedAt);
        Assert.Equal(16, invitations[0].TokenIndex.Length);
        Assert.Equal(2, await server.Within(s => s.GetRequiredService<AppDb>().Set<Solved.SolvedQuestion>().CountAsync(q => q.CaseId == id)));
        var token = link[8..];
        Assert.False(await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().AnyAsync(a => a.Touched!.Contains(token) || a.After!.Contains(token))));
    }
}
