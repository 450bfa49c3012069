using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Merge;
using Layar.Cases.Tests.Queue;
using Layar.Identity.Contracts;
using Layar.Testing;

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
        Assert.Contains("2 laporan digabung", (await answer.Follow()).Text, StringComparison.Ordinal);
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

    private async Task<(OpenedCase Main, OpenedCase Other)> Pair()
    {
        var village = $"63.11.08.{Random.Shared.Next(2000, 9999)}";
        return (await server.Case(new WantedCase { Area = village, Title = "Nenek sakit di Tabuan" }), await server.Case(new WantedCase { Area = village, Title = "Nenek sakit di Tabuan dekat langgar" }));
    }
}
