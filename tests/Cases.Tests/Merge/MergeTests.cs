using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Merge;
using Layar.Cases.Tests.Queue;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Merge;

[Collection(DeskCollection.Name)]
public sealed class MergeTests(DeskServer server)
{
    [Fact, Trait("Kind", "page")]
    public async Task Similar_case_is_found_explained_and_merged_and_split_again()
    {
        var (main, other) = await Pair();
        var who = await server.As(Roles.Operator);
        var page = await who.Open(other.Path + "/gabung");
        Assert.Contains(main.Number, page.Text, StringComparison.Ordinal);
        Assert.Contains("Cerita mirip", page.Text, StringComparison.Ordinal);
        var answer = await page.Form("Gabungkan").Set("Chosen", $"{main.Number}|1").Set("Main", $"{main.Number}|1").Set("Reason", "Orang yang sama").Press("Gabungkan");
        Assert.Equal($"/petugas/kasus/{main.Number}", answer.Location);
        var merged = await server.Look(other);
        Assert.Equal((CaseStep.Merged, main.Id), (merged.Step, merged.MergedInto!.Value));
        Assert.Contains("1 laporan digabung", (await answer.Follow()).Text, StringComparison.Ordinal);
        Assert.Equal("ReportsJoined", (await server.Acts(main))[^1].Kind);
        Assert.Contains($"Digabung ke kasus {main.Number}", (await who.Open(other.Path)).Text, StringComparison.Ordinal);

        var split = await who.Open(other.Path + "/pisahkan");
        await split.Form("Pisahkan").Set("Input.Words", "Ternyata orang lain").Press("Pisahkan");
        var back = await server.Look(other);
        Assert.Equal((CaseStep.Completeness, true, (CaseId?)null), (back.Step, back.Open, back.MergedInto));
        Assert.NotNull(back.NextDueAt);
        Assert.Equal("ReportsTaken", (await server.Acts(main))[^1].Kind);
    }

    [Fact, Trait("Kind", "page")]
    public async Task This_case_can_go_on_as_the_main_one()
    {
        var (first, second) = await Pair();
        var page = await (await server.As(Roles.Operator)).Open(first.Path + "/gabung");
        await page.Form("Gabungkan").Set("Chosen", $"{second.Number}|1").Set("Reason", "Laporan ganda").Press("Gabungkan");
        Assert.Equal(CaseStep.Completeness, (await server.Look(first)).Step);
        Assert.Equal(first.Id, (await server.Look(second)).MergedInto);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Missing_choice_or_reason_and_changed_case_are_refused()
    {
        var (first, second) = await Pair();
        var page = await (await server.As(Roles.Operator)).Open(first.Path + "/gabung");
        Assert.Contains("Pilih kasus yang akan digabung", (await page.Form("Gabungkan").Set("Chosen").Set("Reason", "x").Press("Gabungkan")).Text, StringComparison.Ordinal);
        Assert.Contains("Tulis alasannya", (await page.Form("Gabungkan").Set("Chosen", $"{second.Number}|1").Press("Gabungkan")).Text, StringComparison.Ordinal);
        var both = await page.Form("Gabungkan").Set("Chosen").Press("Gabungkan");
        Assert.Equal(["Pilih kasus yang akan digabung", "Tulis alasannya"], both.Document.QuerySelectorAll(".errors a").Select(a => a.TextContent.Trim().Split(',', '.')[0]));
        Assert.Contains("Pilih kasus yang akan digabung", both.Document.QuerySelector("#Chosen-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(both.Document.QuerySelector("#Chosen"));
        Assert.NotNull(both.Document.QuerySelector("#Reason-error"));
        var changed = await page.Form("Gabungkan").Set("Chosen", $"{second.Number}|9").Set("Reason", "x").Press("Gabungkan");
        Assert.Contains("lebih dulu mengubah", changed.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStep.Completeness, (await server.Look(second)).Step);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Named_number_is_compared_although_it_is_not_similar()
    {
        var (first, _) = await Pair();
        var far = await server.Case(new WantedCase { Title = "Kursi roda", Excerpt = "Minta kursi roda", Area = "63.11.07.2001", Problem = "odgj" });
        var page = await (await server.As(Roles.Operator)).Open($"{first.Path}/gabung?dengan={far.Number.ToLowerInvariant()}");
        Assert.Contains("Kursi roda", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Secret_case_never_joins_an_open_one()
    {
        var open = await server.Case();
        var secret = await server.Case(new WantedCase { Secret = true });
        var manager = await server.As(Roles.Manager);
        var page = await manager.Open($"{open.Path}/gabung?dengan={secret.Number}");
        var answer = await page.Form("Gabungkan").Set("Chosen", $"{secret.Number}|1").Set("Main", $"{open.Number}|1").Set("Reason", "x").Press("Gabungkan");
        Assert.Contains("rahasia", answer.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStep.Completeness, (await server.Look(secret)).Step);
    }

    [Fact, Trait("Kind", "page")]
    public async Task An_emergency_makes_the_case_it_joins_one_and_takes_that_back_when_it_is_split()
    {
        var (main, urgent) = await Pair(urgent: true);
        var due = (await server.Look(urgent)).NextDueAt;
        var who = await server.As(Roles.Operator);
        var answer = await (await who.Open(urgent.Path + "/gabung")).Form("Gabungkan").Set("Chosen", $"{main.Number}|1").Set("Main", $"{main.Number}|1").Set("Reason", "Orang yang sama").Press("Gabungkan");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var now = await server.Look(main);
        Assert.Equal((CaseStep.UrgentResponse, true, due), (now.Step, now.Emergency, now.NextDueAt));

        await (await who.Open(urgent.Path + "/pisahkan")).Form("Pisahkan").Set("Input.Words", "Ternyata orang lain").Press("Pisahkan");
        now = await server.Look(main);
        Assert.Equal((CaseStep.Completeness, false), (now.Step, now.Emergency));
        Assert.Equal((CaseStep.UrgentResponse, true), ((await server.Look(urgent)).Step, (await server.Look(urgent)).Emergency));
    }

    [Fact, Trait("Kind", "page")]
    public async Task An_emergency_of_its_own_stays_when_the_other_leaves()
    {
        var (main, urgent) = await Pair(urgent: true);
        var who = await server.As(Roles.Operator);
        await (await who.Open(main.Path + "/darurat")).Form("Tandai darurat").Set("Input.Words", "Tidak sadarkan diri").Press("Tandai darurat");
        await (await who.Open(urgent.Path + "/gabung")).Form("Gabungkan").Set("Chosen", $"{main.Number}|2").Set("Main", $"{main.Number}|2").Set("Reason", "Orang yang sama").Press("Gabungkan");
        Assert.Equal(main.Id, (await server.Look(urgent)).MergedInto);
        await (await who.Open(urgent.Path + "/pisahkan")).Form("Pisahkan").Set("Input.Words", "Ternyata orang lain").Press("Pisahkan");
        Assert.Equal(CaseStep.UrgentResponse, (await server.Look(main)).Step);
    }

    [Fact, Trait("Kind", "page")]
    public async Task An_emergency_never_disappears_in_a_case_that_cannot_become_one()
    {
        var (main, urgent) = await Pair(urgent: true, CaseStep.ManagerReview);
        var page = await (await server.As(Roles.Manager)).Open($"{urgent.Path}/gabung?dengan={main.Number}");
        var answer = await page.Form("Gabungkan").Set("Chosen", $"{main.Number}|1").Set("Main", $"{main.Number}|1").Set("Reason", "Orang yang sama").Press("Gabungkan");
        Assert.Contains("Tangani dulu keadaan daruratnya", answer.Text, StringComparison.Ordinal);
        Assert.Equal((CaseStep.UrgentResponse, (CaseId?)null), ((await server.Look(urgent)).Step, (await server.Look(urgent)).MergedInto));
    }

    [Fact, Trait("Kind", "page")]
    public async Task Both_cases_name_each_other_in_their_course_with_how_alike_they_were()
    {
        var (main, other) = await Pair();
        var who = await server.As(Roles.Operator);
        await (await who.Open(other.Path + "/gabung")).Form("Gabungkan").Set("Chosen", $"{main.Number}|1").Set("Main", $"{main.Number}|1").Set("Reason", "Orang yang sama").Press("Gabungkan");
        var (course, joined) = (await who.Open(other.Path), await who.Open(main.Path));
        Assert.Contains("kemiripan", course.Document.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(course.Document.QuerySelector($".timeline a[href='{main.Path}']"));
        Assert.NotNull(joined.Document.QuerySelector($".timeline a[href='{other.Path}']"));
    }

    [Fact, Trait("Kind", "page")]
    public async Task A_report_of_the_same_person_is_named_where_a_new_one_is_checked()
    {
        var person = new PersonFacts { Name = "Galuh Serupa", Area = "63.11.08.2004" };
        var first = await server.Case(new WantedCase { Area = "63.11.08.2004", Title = "Nenek sakit di Tabuan", Person = person });
        var again = await server.Case(new WantedCase { Area = "63.11.08.2004", Title = "Nenek sakit di Tabuan dekat langgar" });
        await server.Within(s => s.GetRequiredService<AppDb>().Set<CaseFile>().Where(c => c.Id == again.Id)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.PersonId, s.GetRequiredService<AppDb>().Set<CaseFile>().Where(f => f.Id == first.Id).Select(f => f.PersonId).First())));
        var check = await (await server.As(Roles.Operator)).Open(again.Path + "/periksa");
        Assert.Contains("Mirip dengan laporan lain", check.Text, StringComparison.Ordinal);
        Assert.Equal($"{again.Path}/gabung?dengan={first.Number}", check.Document.QuerySelector("a[href*='/gabung?']")!.GetAttribute("href"));
    }

    [Fact, Trait("Kind", "page")]
    public async Task A_case_that_waits_for_its_reporter_can_join_another_and_waits_again_when_split()
    {
        var (main, waiting) = await Pair(step: CaseStep.AwaitingReporter);
        var who = await server.As(Roles.Operator);
        await (await who.Open(main.Path + "/gabung")).Form("Gabungkan").Set("Chosen", $"{waiting.Number}|1").Set("Main", $"{main.Number}|1").Set("Reason", "Laporan ganda").Press("Gabungkan");
        Assert.Equal(CaseStep.Merged, (await server.Look(waiting)).Step);
        await (await who.Open(waiting.Path + "/pisahkan")).Form("Pisahkan").Set("Input.Words", "Ternyata orang lain").Press("Pisahkan");
        Assert.Equal(CaseStep.AwaitingReporter, (await server.Look(waiting)).Step);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Page_is_closed_to_who_never_merges_and_in_steps_that_do_not()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.LetterIssue });
        Assert.Equal(HttpStatusCode.Conflict, (await (await server.As(Roles.Manager)).Open(opened.Path + "/gabung")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.FrontOffice)).Open(opened.Path + "/gabung")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(Roles.Manager)).Open("/petugas/kasus/BLG-AAAA-AAAA/gabung")).Status);
    }

    [Fact, Trait("Kind", "rule")]
    public void Likeness_of_texts_and_places()
    {
        Assert.Equal(1, Likeness.Trigrams("Nenek sakit di Tabuan", "nenek SAKIT di tabuan"));
        Assert.True(Likeness.Trigrams("nenek sakit di tabuan", "jalan rusak menuju sekolah") < .1);
        Assert.Equal(0, Likeness.Trigrams("", "x"));
        Assert.InRange(Likeness.Metres(new(-2.33, 115.47), new(-2.33, 115.471)), 105, 115);
    }

    /// <param name="urgent">the other one is an emergency</param>
    /// <param name="step">where the main case of an emergency stands, or else the other one</param>
    private async Task<(OpenedCase Main, OpenedCase Other)> Pair(bool urgent = false, CaseStep? step = null)
    {
        var village = $"63.11.08.{Random.Shared.Next(2000, 9999)}";
        var main = await server.Case(new WantedCase { Area = village, Title = "Nenek sakit di Tabuan", Step = urgent ? step : null });
        return (main, await server.Case(new WantedCase { Area = village, Title = "Nenek sakit di Tabuan dekat langgar", Emergency = urgent, Step = urgent ? null : step }));
    }
}
