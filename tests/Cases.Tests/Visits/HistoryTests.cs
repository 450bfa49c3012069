using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Cases.Visits.Merging;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

/// <summary>
/// Random histories of five phones with wrong clocks and a person who settles, against a model that knows only: an answer counts when its
/// writer had seen what it replaces, or when a person said so.
/// </summary>
[Collection("work"), Trait("Kind", "slice")]
public sealed class HistoryTests(WorkServer server)
{
    private const int Histories = 200;
    private const int Moves = 24;
    private static readonly string[] Questions = ["lantai", "dinding", "alasan-saran"];
    private static readonly string[] Values = ["tanah", "papan", "keramik", "plester"];

    /// <summary>One phone: what it saw of each question, what it has not sent, and a clock that is wrong by years.</summary>
    private sealed class Phone(int skewDays)
    {
        public Dictionary<string, int> Seen { get; } = [];
        public List<SentChange> Queue { get; } = [];
        public List<SentChange> Sent { get; } = [];
        public Dictionary<string, Guid> Unanswered { get; } = [];

        public SentChange Types(Random dice)
        {
            var question = Questions[dice.Next(Questions.Length)];
            var change = new SentChange(Guid.NewGuid(), question, [Values[dice.Next(Values.Length)]], Seen.GetValueOrDefault(question),
                Unanswered.TryGetValue(question, out var before) ? before : null, DateTime.UtcNow.AddDays(skewDays));
            Unanswered[question] = change.Id;
            Queue.Add(change);
            return change;
        }
    }

    [Fact]
    public async Task Of_two_hundred_histories_no_edit_is_lost_and_none_overwrites_unseen()
    {
        var member = await server.Member(Roles.Supervisor);
        for (var seed = 0; seed < Histories; seed++)
        {
            var (opened, visit) = await server.VisitOf(Roles.Supervisor);
            var dice = new Random(seed);
            Phone[] phones = [.. Enumerable.Range(0, 5).Select(_ => new Phone(dice.Next(-4000, 4000)))];
            var typed = new List<SentChange>();
            await server.Within(async s =>
            {
                for (var move = 0; move < Moves; move++) await Move(s, dice, phones[dice.Next(5)], typed, opened, visit, member);
                foreach (var phone in phones) await Send(s, phone, phone.Queue.Count, visit, member, heard: true);
                return 0;
            });
            await Check(seed, typed, visit);
        }
    }

    private static async Task Move(IServiceProvider s, Random dice, Phone phone, List<SentChange> typed, OpenedCase opened, HomeVisitId visit, StaffMember member)
    {
        switch (dice.Next(10))
        {
            case < 5: typed.Add(phone.Types(dice)); break;
            case < 8: await Send(s, phone, dice.Next(phone.Queue.Count + 1), visit, member, heard: dice.Next(3) > 0); break;
            case 8: await Settle(s, dice, opened, visit, member); break;
            default:
                if (phone.Sent.Count > 0) await s.GetRequiredService<TakeChanges>().Handle(new(visit.Value, [phone.Sent[dice.Next(phone.Sent.Count)]]), member, default);
                break;
        }
    }

    /// <summary>Sends the first so many; an answer that is lost on the way back leaves them to be sent again.</summary>
    private static async Task Send(IServiceProvider s, Phone phone, int count, HomeVisitId visit, StaffMember member, bool heard)
    {
        if (count == 0) return;
        var sent = phone.Queue.Take(count).ToList();
        var outcome = await s.GetRequiredService<TakeChanges>().Handle(new(visit.Value, sent), member, default);
        if (!outcome.TryGet(out var answers, out var why)) throw new InvalidOperationException(why.ToString());
        phone.Sent.AddRange(sent);
        if (!heard) return;
        phone.Queue.RemoveRange(0, count);
        foreach (var (change, answer) in sent.Zip(answers))
        {
            if (answer.Result is "conflict" || answer.State is "Conflict" or "Replaced" or "Kept") continue;
            phone.Seen[change.Question] = answer.Result == "repeated" ? phone.Seen.GetValueOrDefault(change.Question) : answer.Version;
        }
    }

    private static async Task Settle(IServiceProvider s, Random dice, OpenedCase opened, HomeVisitId visit, StaffMember member)
    {
        var waiting = await s.GetRequiredService<AppDb>().Set<FieldChange>().AsNoTracking().Where(c => c.VisitId == visit && c.State == ChangeState.Conflict).OrderBy(c => c.Id).ToListAsync();
        if (waiting.Count == 0) return;
        var one = waiting[dice.Next(waiting.Count)];
        var version = await s.GetRequiredService<AppDb>().Set<FieldChange>().Where(c => c.VisitId == visit && c.Question == one.Question && c.Version != null).MaxAsync(c => c.Version) ?? 0;
        s.GetRequiredService<AppDb>().ChangeTracker.Clear();
        Assert.True((await s.GetRequiredService<SettleFields>().Settle(new(opened.Number, one.Id.Value, version, dice.Next(2) == 0), member, default)).IsDone);
    }

    private async Task Check(int seed, List<SentChange> typed, HomeVisitId visit)
    {
        var book = await server.Within(async s => await s.GetRequiredService<FieldBooks>().Open(await s.GetRequiredService<AppDb>().Set<HomeVisit>().SingleAsync(v => v.Id == visit), default));
        // Nothing is lost: every word that was typed is on record with the value that was typed, exactly once.
        Assert.Equal(typed.Select(t => t.Id).Order(), book.Changes.Select(c => c.Id.Value).Order());
        Assert.All(typed, t => Assert.Equal(t.Value, book.Values(book.Find(t.Id)!).Given));
        foreach (var question in Questions)
        {
            var counted = book.Changes.Where(c => c.Question == question && c.Version is not null).OrderBy(c => c.Version).ToList();
            Assert.Equal(Enumerable.Range(1, counted.Count), counted.Select(c => c.Version!.Value));
            string[] stands = [];
            foreach (var change in counted)
            {
                // Nothing is overwritten unseen: what it was written over is what stood there, and its writer or a person had seen that.
                Assert.Equal(stands, book.Values(change).Over);
                Assert.True(change.SettledBy is not null || change.Base == change.Version - 1, $"history {seed}: {change.Question} {change.Version} over {change.Base}");
                stands = book.Values(change).Given;
            }
            Assert.Equal(stands, book.Stored(question));
        }
    }
}
