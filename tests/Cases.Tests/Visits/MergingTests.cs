using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits;
using Layar.Cases.Visits.Merging;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

/// <summary>Answers of phones that come late, twice, out of order and over each other.</summary>
[Collection("work"), Trait("Kind", "slice")]
public sealed class MergingTests(WorkServer server)
{
    private Task<(OpenedCase Case, HomeVisitId Visit)> Visit() => server.VisitOf(Roles.Supervisor);

    private async Task<IReadOnlyList<ChangeAnswer>> Send(HomeVisitId visit, params SentChange[] changes)
    {
        var member = await server.Member(Roles.Supervisor);
        var outcome = await server.Within(s => s.GetRequiredService<TakeChanges>().Handle(new(visit.Value, changes), member, CancellationToken.None));
        return outcome.Match(a => a, why => throw new InvalidOperationException(why.ToString()));
    }

    private static SentChange Says(string question, string value, int seen, Guid? after = null) => new(Guid.NewGuid(), question, [value], seen, after, null);

    private Task<string> Stored(HomeVisitId visit, string question) => server.Within(async s =>
        (await s.GetRequiredService<FieldBooks>().Open(await s.GetRequiredService<AppDb>().Set<HomeVisit>().SingleAsync(v => v.Id == visit), default)).Stored(question).SingleOrDefault() ?? "");

    private async Task<Page> Settled(OpenedCase opened, string pick)
    {
        var who = await server.SignedIn(Roles.Supervisor);
        return await (await who.Open(opened.Path + "/kunjungan/riwayat")).Form(pick).Press(pick);
    }

    [Fact]
    public async Task Answers_to_different_questions_are_merged_and_what_is_sent_twice_is_repeated()
    {
        var (_, visit) = await Visit();
        var (floor, roof) = (Says("lantai", "papan", 0), Says("dinding", "papan", 0));
        Assert.Equal("applied", Assert.Single(await Send(visit, floor)).Result);
        var both = await Send(visit, floor, roof);
        Assert.Equal(["repeated", "applied"], both.Select(a => a.Result));
        Assert.Equal([1, 1], both.Select(a => a.Version));
        Assert.Equal("papan", await Stored(visit, "dinding"));
        Assert.Equal("unknown", Assert.Single(await Send(visit, Says("tidak-ada", "x", 0))).Result);
    }

    [Fact]
    public async Task Two_answers_to_one_question_wait_for_a_person_with_yours_theirs_and_before()
    {
        var (opened, visit) = await Visit();
        await Send(visit, Says("lantai", "tanah", 0));
        await Send(visit, Says("lantai", "papan", 1));
        var late = Assert.Single(await Send(visit, Says("lantai", "keramik", 1)));
        Assert.Equal(("conflict", 2, "papan", "tanah"), (late.Result, late.Version, late.Theirs!.Single(), late.Before!.Single()));
        Assert.NotNull(late.Who);
        Assert.Equal("papan", await Stored(visit, "lantai"));

        var page = await (await server.SignedIn(Roles.Supervisor)).Open(opened.Path + "/kunjungan/riwayat");
        foreach (var word in (string[])["Keramik", "Papan", "Tanah"]) Assert.Contains(word, page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 isian berbeda", (await page.Visitor.Open(opened.Path + "/kunjungan")).Text);
        Assert.NotNull((await page.Visitor.Open(opened.Path)).Document.QuerySelector($"a[href='{opened.Path}/kunjungan/riwayat']"));
        Assert.DoesNotContain("Isian kunjungan berbeda", (await (await server.SignedIn(Roles.Operator)).Open(opened.Path)).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await Settled(opened, "Pakai isian yang menunggu")).Status);
        Assert.Equal("keramik", await Stored(visit, "lantai"));
        Assert.DoesNotContain("Isian kunjungan berbeda", (await page.Visitor.Open(opened.Path)).Text);
        Assert.Contains((await server.Acts(opened)), a => a.Kind == "VisitConflictTaken");
    }

    [Fact]
    public async Task What_a_person_did_not_take_stays_on_record()
    {
        var (opened, visit) = await Visit();
        await Send(visit, Says("lantai", "tanah", 0));
        var late = Says("lantai", "keramik", 0);
        await Send(visit, late);
        await Settled(opened, "Tetap yang tersimpan");
        Assert.Equal("tanah", await Stored(visit, "lantai"));
        Assert.Equal(("repeated", "Kept"), (await Send(visit, late)) is [var again] ? (again.Result, again.State) : default);
        Assert.Contains("Tidak dipakai", (await (await server.SignedIn(Roles.Supervisor)).Open(opened.Path + "/kunjungan/riwayat")).Text);
    }

    [Fact]
    public async Task A_decision_over_an_answer_that_changed_meanwhile_is_asked_again()
    {
        var (opened, visit) = await Visit();
        await Send(visit, Says("lantai", "tanah", 0));
        await Send(visit, Says("lantai", "keramik", 0));
        var page = await (await server.SignedIn(Roles.Supervisor)).Open(opened.Path + "/kunjungan/riwayat");
        await Send(visit, Says("lantai", "papan", 1));
        Assert.Contains("baru saja berubah", (await page.Form("Pakai isian yang menunggu").Press("Pakai isian yang menunggu")).Faults());
        Assert.Equal("papan", await Stored(visit, "lantai"));
    }

    [Fact]
    public async Task The_next_word_of_the_same_phone_follows_its_own_and_replaces_its_conflict()
    {
        var (_, visit) = await Visit();
        var first = Says("lantai", "tanah", 0);
        Assert.Equal(["applied", "applied"], (await Send(visit, first, Says("lantai", "papan", 0, first.Id))).Select(a => a.Result));
        var clash = Says("lantai", "keramik", 1);
        await Send(visit, clash);
        Assert.Equal("conflict", Assert.Single(await Send(visit, Says("lantai", "plester", 1, clash.Id))).Result);
        Assert.Equal("Replaced", Assert.Single(await Send(visit, clash)).State);
    }

    [Fact]
    public async Task The_last_answer_is_taken_back_within_thirty_days_only()
    {
        var (opened, visit) = await Visit();
        await Send(visit, Says("lantai", "tanah", 0));
        await Send(visit, Says("lantai", "papan", 1));
        await Settled(opened, "Kembalikan");
        Assert.Equal("tanah", await Stored(visit, "lantai"));
        var change = await server.Within(s => s.GetRequiredService<AppDb>().Set<FieldChange>().SingleAsync(c => c.VisitId == visit && c.Version == 3));
        Assert.NotNull(change.UndoesId);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<FieldChange>().Where(c => c.VisitId == visit).ExecuteUpdateAsync(c => c.SetProperty(x => x.At, change.At.AddDays(-31))));
        var outcome = await server.Within(async s => await s.GetRequiredService<SettleFields>().Undo(opened.Number, change.Id.Value, await server.Member(Roles.Supervisor), default));
        Assert.Equal("visits.undo.too-late", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task What_comes_when_the_visit_is_over_is_kept_and_changes_nothing()
    {
        var (_, visit) = await Visit();
        await server.Within(s => s.GetRequiredService<AppDb>().Set<HomeVisit>().Where(v => v.Id == visit).ExecuteUpdateAsync(v => v.SetProperty(x => x.State, VisitState.NobodyHome)));
        Assert.Equal("late", Assert.Single(await Send(visit, Says("lantai", "tanah", 0))).Result);
        Assert.Equal("", await Stored(visit, "lantai"));
    }

    [Fact]
    public async Task Nobody_sends_for_a_visit_that_is_not_theirs()
    {
        var (_, visit) = await Visit();
        var companion = await server.Member(Roles.Companion);
        var outcome = await server.Within(s => s.GetRequiredService<TakeChanges>().Handle(new(visit.Value, [Says("lantai", "tanah", 0)]), companion, CancellationToken.None));
        Assert.Equal("cases.refused.not-found", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Answers_of_phones_lie_sealed()
    {
        var (opened, visit) = await Visit();
        await Send(visit, Says("alasan-saran", "Tetangga bilang dipukul", 0));
        var row = await server.Within(s => s.GetRequiredService<AppDb>().Set<FieldChange>().SingleAsync(c => c.VisitId == visit));
        Assert.DoesNotContain("dipukul", System.Text.Encoding.UTF8.GetString(row.SealedValues));
        Assert.DoesNotContain("dipukul", string.Join("", (await server.Acts(opened)).Select(a => a.After)));
    }
}

internal static class Visiting
{
    /// <summary>A visit of this officer, an hour from now.</summary>
    public static async Task<(OpenedCase Case, HomeVisitId Visit)> VisitOf(this WorkServer server, string role)
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitScheduled });
        var (me, from) = (await server.StaffIdOf(role), server.Time.GetUtcNow().UtcDateTime.AddHours(1));
        var visit = new HomeVisit
        {
            Id = new(Guid.CreateVersion7()), CaseId = opened.Id, FormVersion = 1, State = VisitState.Scheduled, StartsAt = from, EndsAt = from.AddHours(1),
            VisitorId = me, VisitorName = role, PlannedById = me, Version = 1,
        };
        await server.Within(async s => { await s.GetRequiredService<GroupCommit>().Write([visit], CancellationToken.None); return 0; });
        return (opened, visit.Id);
    }
}
