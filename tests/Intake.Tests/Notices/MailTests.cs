using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Mail;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Notices;

[Trait("Kind", "slice")]
public sealed class MailTests : IAsyncLifetime
{
    private readonly MailServer post = new();
    private readonly Server server;

    public MailTests() => server = new Server(post);

    public ValueTask InitializeAsync() => server.InitializeAsync();

    [Fact]
    public async Task Who_left_an_address_hears_of_the_report_and_of_its_end_without_a_private_word()
    {
        using var visitor = server.Visitor();
        post.RefuseNext(1);
        var sent = await Send(visitor, "aluh@contoh.id", "open");
        var first = Assert.Single(await post.Wait("aluh@contoh.id", 1));
        Assert.Contains((string)sent["code"]!, first.Text, StringComparison.Ordinal);
        Assert.Contains((string)sent["link"]!, first.Text, StringComparison.Ordinal);
        await Ask((string)sent["code"]!);
        Assert.Contains("Petugas bertanya satu hal", (await post.Wait("aluh@contoh.id", 2))[1].Text, StringComparison.Ordinal);
        await Refer((string)sent["code"]!);
        var all = await post.Wait("aluh@contoh.id", 3);
        Assert.Contains("instansi lain", all[2].Text, StringComparison.Ordinal);
        Assert.All(all, m => Assert.DoesNotContain("sebatang kara", m.Text, StringComparison.Ordinal));
        Assert.All(all, m => Assert.DoesNotContain("Nenek", m.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_report_sends_no_mail()
    {
        using var visitor = server.Visitor();
        await Send(visitor, "diam@contoh.id", "secret");
        await Send(visitor, "ramai@contoh.id", "open");
        await post.Wait("ramai@contoh.id", 1);
        Assert.DoesNotContain(post.Mails, m => m.To == "diam@contoh.id");
    }

    [Theory]
    [InlineData("http://mail.example")]
    [InlineData("smtp://mail.example")]
    [InlineData("smtp://mail.example?from=tanpa-alamat")]
    public void A_setting_that_cannot_work_is_refused_at_the_start(string text) => Assert.Throws<ArgumentException>(() => MailRoad.Parse(text));

    private static async Task<JsonNode> Send(Visitor visitor, string mail, string secrecy)
    {
        var body = IntakeServer.Body();
        body["story"] = "Nenek tinggal sebatang kara.";
        body["secrecy"] = secrecy;
        body["contact"] = new JsonObject { ["channel"] = "email", ["value"] = mail };
        var (status, sent) = await IntakeServer.Post(visitor, body);
        Assert.Equal(201, status);
        return sent;
    }

    private static StaffMember Officer => new(new StaffId(Guid.CreateVersion7()), "uji", "Petugas Uji", new HashSet<string> { Roles.Manager }, [], null, new Dictionary<string, string>());

    private Task Ask(string number) => server.Within(async scope =>
    {
        var found = await scope.GetRequiredService<ICases>().FindFor(number, Officer, CancellationToken.None);
        await scope.GetRequiredService<Change>().Run(() =>
        {
            scope.GetRequiredService<OutboxWriter>().Publish(new ReporterAsked(found!.Id.Value));
            return Task.FromResult(Outcome.Success);
        }, CancellationToken.None);
        return true;
    });

    private Task Refer(string number) => server.Within(async scope =>
    {
        var officer = Officer;
        var found = await scope.GetRequiredService<ICases>().FindFor(number, officer, CancellationToken.None);
        var outcome = await scope.GetRequiredService<Change>().Run(() => scope.GetRequiredService<ICaseProcess>()
            .Do(found!.Id, CaseActKind.ReferOut, officer, new CaseActDetail(Reason: "uji"), CancellationToken.None), CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await post.DisposeAsync();
    }

    private sealed class Server(MailServer post) : StaffServer
    {
        protected override IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?> { ["smtp"] = $"smtp://127.0.0.1:{post.Port}?from=layar@contoh.go.id" };
    }
}
