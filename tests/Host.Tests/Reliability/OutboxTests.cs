using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Layar.Kernel.Data;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>
/// Every message reaches one final state, whatever the peer and the machine do: the worker is killed at random, the mail server refuses
/// three in ten, never answers two in ten and answers one in twenty twice. What was mailed again carries the same Message-ID.
/// </summary>
[Trait("Kind", "slice")]
public sealed partial class OutboxTests : IAsyncLifetime
{
    private const int Messages = 500;
    private const int Kills = 5;
    private readonly MailServer post = new();
    private readonly Random random = new(9);
    private LiveProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        post.Mood = Mood;
        program = await LiveProgram.New("--smtp", $"smtp://127.0.0.1:{post.Port}?from=layar@contoh.go.id&patience=0.2");
    }

    [Fact]
    public async Task Every_message_reaches_one_final_state()
    {
        await program.Start();
        await Report();
        for (var i = 0; i < Kills; i++)
        {
            await Task.Delay(random.Next(100, 900));
            await program.Kill();
            // The lease of who was killed would hold the next one up for half a minute.
            await program.Ask("DELETE FROM lease; SELECT 0");
            await program.Start();
        }
        var waiting = Messages;
        for (var i = 0; waiting > 0; i++)
        {
            Assert.True(i < 6000, $"{waiting} messages still wait");
            await Task.Delay(100);
            await Hurry();
            waiting = (int)await program.Ask("SELECT COUNT(*) FROM outbox_delivery WHERE consumer = 'intake.mail' AND state = 'Waiting'");
        }
        await program.Kill();
        var (done, givenUp) = (await program.Ask("SELECT COUNT(*) FROM outbox_delivery WHERE consumer = 'intake.mail' AND state = 'Done'"), await program.Ask("SELECT COUNT(*) FROM outbox_delivery WHERE consumer = 'intake.mail' AND state = 'GivenUp'"));
        Assert.Equal(Messages, done + givenUp);
        Assert.True(givenUp < Messages / 20, $"{givenUp} were given up");
        Assert.Equal(done, await program.Ask("SELECT COUNT(*) FROM report_notice n JOIN outbox_delivery d ON d.message_id = n.message_id AND d.consumer = 'intake.mail' WHERE d.state = 'Done'"));
        var mails = post.Mails.GroupBy(m => m.To).ToList();
        Assert.True(mails.Count >= done, $"{mails.Count} people got mail, {done} were to");
        Assert.All(mails, m => Assert.Single(m.Select(x => MessageId().Match(x.Text).Value).Distinct()));
        Assert.Equal(mails.Count, mails.Select(m => MessageId().Match(m.First().Text).Value).Distinct().Count());
    }

    private MailMood Mood()
    {
        lock (random) return random.Next(100) switch { < 30 => MailMood.Refuses, < 50 => MailMood.NeverAnswers, < 55 => MailMood.AnswersTwice, _ => MailMood.Takes };
    }

    private async Task Report()
    {
        using var http = program.Http();
        await Parallel.ForEachAsync(Enumerable.Range(0, Messages), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, stop) =>
        {
            var answer = await http.PostAsJsonAsync("/api/laporan", new
            {
                reportId = Guid.CreateVersion7(), @for = "neighbour", problem = "lansia", story = "Nenek tinggal sendiri.", areaCode = "63.11.02.2004", secrecy = "open",
                contact = new { channel = "email", value = $"warga{i}@contoh.id" },
            }, stop);
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        });
    }

    /// <summary>The hours between two tries pass at once.</summary>
    private Task<long> Hurry() => program.Ask(TestDatabase.Kind == DatabaseKind.Sqlite
        ? "UPDATE outbox_delivery SET next_try_at = 0 WHERE state = 'Waiting'; SELECT 0"
        : "UPDATE outbox_delivery SET next_try_at = '2000-01-01T00:00:00Z' WHERE state = 'Waiting'; SELECT 0::bigint");

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await post.DisposeAsync();
    }

    [GeneratedRegex("(?im)^Message-ID: *<[^>]+>")]
    private static partial Regex MessageId();
}
