using Layar.Cases.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Api;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class SubmitTests(IntakeServer server)
{
    [Fact]
    public async Task A_report_is_accepted_with_code_pin_link_and_a_promised_day()
    {
        using var visitor = server.Visitor();
        var (status, body) = await IntakeServer.Post(visitor, IntakeServer.Body());
        Assert.Equal(201, status);
        Assert.Matches("^BLG-[A-Z2-9]{4}-[A-Z2-9]{4}$", (string)body["code"]!);
        Assert.Matches("^[0-9]{6}$", (string)body["pin"]!);
        Assert.Matches("^/l/[0-9A-HJKMNP-TV-Z]{12}$", (string)body["link"]!);
        Assert.True(DateTime.Parse((string)body["firstAnswerDue"]!) > DateTime.UtcNow);
        Assert.Equal(32, ((string)body["uploadSecret"]!).Length);
    }

    [Fact]
    public async Task The_same_report_again_gives_the_same_answer()
    {
        using var visitor = server.Visitor();
        var sent = IntakeServer.Body();
        var (_, first) = await IntakeServer.Post(visitor, sent);
        var (status, second) = await IntakeServer.Post(visitor, sent);
        Assert.Equal(200, status);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_a_conflict()
    {
        using var visitor = server.Visitor();
        var id = Guid.NewGuid();
        await IntakeServer.Post(visitor, IntakeServer.Body(id));
        var (status, body) = await IntakeServer.Post(visitor, IntakeServer.Body(id, b => b["story"] = "Cerita lain"));
        Assert.Equal(409, status);
        Assert.Contains("reportId", (string)body["title"]!);
    }

    [Fact]
    public async Task Twenty_copies_at_once_have_one_effect()
    {
        using var visitor = server.Visitor();
        var id = Guid.NewGuid();
        var sent = IntakeServer.Body(id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => IntakeServer.Post(visitor, sent.DeepClone())));
        Assert.Single(answers, a => a.Status == 201);
        Assert.Equal(19, answers.Count(a => a.Status == 200));
        Assert.Single(answers.Select(a => a.Body.ToJsonString()).Distinct());
        await server.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var report = await db.Set<Report>().SingleAsync(r => r.Id == new ReportId(id));
            Assert.Equal(1, await db.Set<Act>().CountAsync(a => a.Chain == report.CaseId.Value));
            Assert.Equal(1, await db.Set<OutboxMessage>().CountAsync(m => m.Event == nameof(ReportReceived) && m.Payload.Contains(id.ToString())));
            Assert.NotNull(await services.GetRequiredService<ICases>().Find(report.CaseId, CancellationToken.None));
            return true;
        });
    }

    [Fact]
    public async Task A_secret_report_gets_a_link_of_sixteen_symbols()
    {
        using var visitor = server.Visitor();
        var (_, body) = await IntakeServer.Post(visitor, IntakeServer.Body(change: b => b["secrecy"] = "secret"));
        Assert.Equal("/l/".Length + 16, ((string)body["link"]!).Length);
    }
}
