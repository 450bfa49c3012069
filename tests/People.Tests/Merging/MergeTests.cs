using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Layar.People.Merging;
using Layar.People.Persons;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Merging;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class MergeTests(PeopleServer server)
{
    private async Task<Page> Decide(PersonId one, PersonId other, string decision, PersonId? kept = null, string reason = "KTP dan wajah sama", string role = Roles.Operator) =>
        await (await (await server.As(role)).Open($"{one.Path()}/banding/{other.Value}")).Form("Simpan keputusan").Set("Decision", decision).Set("Kept", (kept ?? one).Value.ToString()).Set("Reason", reason).Press("Simpan keputusan");

    private async Task<Page> TakeApart(PersonId kept)
    {
        var page = await (await server.As(Roles.Operator)).Open(kept.Path());
        var link = page.Document.QuerySelector("a[href*='/pisahkan/']")!.GetAttribute("href")!;
        return await (await (await server.As(Roles.Operator)).Open(link)).Form("Pisahkan").Set("Reason", "Ternyata dua orang").Press("Pisahkan");
    }

    private Task<PersonPair> Pair(PersonId a, PersonId b) => server.Within(s =>
    {
        var (first, second) = PersonPair.Ordered(a, b);
        return s.GetRequiredService<AppDb>().Set<PersonPair>().AsNoTracking().SingleAsync(p => p.First == first && p.Second == second);
    });

    private Task Find() => server.Within(async s =>
    {
        var job = s.GetServices<IJob>().OfType<FindDoubles>().Single();
        while (await job.RunOnce(CancellationToken.None) == FindDoubles.Step) { }
        return true;
    });

    [Fact]
    public async Task Cases_programmes_and_facts_follow_into_one_person_and_come_back()
    {
        var opened = await server.Case(new WantedCase { Person = new() { Name = "Nenek Minah", Sex = "P", Area = "63.11.02.2004" } });
        var gone = (await server.Look(opened)).PersonId!.Value;
        var kept = await server.Person(new() { Name = "Aminah Tabuan", Sex = "P", BirthDate = new(1952, 8, 12) });
        var desk = await server.As(Roles.Operator);
        await (await desk.Open(gone.Path() + "/program")).Form("Catat program").Set("Programme", "permakanan").Set("Source", "desa").Press("Catat program");
        await (await desk.Open(gone.Path() + "/data")).Form("Simpan").Set("Input.Source", "dokumen").Set("Input.Nik", "6311025208520000").Press("Simpan");

        var answer = await Decide(kept, gone, "Same");
        Assert.Equal(kept.Path(), answer.Location);
        var merged = await answer.Follow();
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(merged.Words(), "Digabung: orang yang sama"));
        Assert.Contains(opened.Path, merged.Text);
        Assert.Contains("Bantuan permakanan", merged.Words());
        Assert.Equal(("Aminah Tabuan", "6311025208520000"), ((await server.Card(kept)).Name, (await server.Card(kept)).Nik));
        Assert.Equal(kept.Path(), (await desk.Open(gone.Path())).Location);
        Assert.Equal("Aminah Tabuan", (await server.Card(gone)).Name);
        Assert.Contains("Aminah Tabuan", (await desk.Open(opened.Path)).Text);

        Assert.Equal(kept.Path(), (await TakeApart(kept)).Location);
        var apart = await desk.Open(kept.Path());
        Assert.DoesNotContain(opened.Path, apart.Text);
        Assert.DoesNotContain("Bantuan permakanan", apart.Words());
        Assert.Equal(("Aminah Tabuan", null), ((await server.Card(kept)).Name, (await server.Card(kept)).Nik));
        Assert.Equal(("Nenek Minah", "6311025208520000"), ((await server.Card(gone)).Name, (await server.Card(gone)).Nik));
        Assert.Contains(opened.Path, (await desk.Open(gone.Path())).Text);
        Assert.Equal(["PersonsMerged", "PersonsTakenApart"], (await server.ActsOf(kept)).Select(a => a.Kind));
    }

    [Fact]
    public async Task What_was_asked_of_a_reporter_follows_with_its_case_and_comes_back()
    {
        var wanted = new WantedCase { Step = Layar.Cases.Contracts.CaseStep.Completeness, Service = "permakanan" };
        var asked = await server.Case(wanted with { Person = new() { Name = "Nenek Ditanya", Sex = "P", BirthDate = new(1950, 1, 1), AgeGroup = "elderly", Area = "63.11.02.2004" } });
        var other = await server.Case(wanted with { Person = new() { Name = "Ditanya Tabuan", Sex = "P", BirthDate = new(1950, 1, 1), AgeGroup = "elderly", Area = "63.11.02.2004" } });
        var (gone, kept) = ((await server.Look(asked)).PersonId!.Value, (await server.Look(other)).PersonId!.Value);
        var desk = await server.As(Roles.Operator);
        Assert.Equal(asked.Path, (await (await desk.Open(asked.Path)).Form("Tanyakan").Press("Tanyakan", "warga")).Location);
        await Decide(kept, gone, "Same");
        var merged = await desk.Open(kept.Path());
        Assert.Contains(asked.Path, merged.Text);
        Assert.Contains(other.Path, merged.Text);
        // Reached from the one person that both are now; the question waits in the case in which it was asked, and in no other.
        Assert.Equal((true, false), (await Waits(asked), await Waits(other)));

        await TakeApart(kept);
        var (first, second) = (await desk.Open(gone.Path()), await desk.Open(kept.Path()));
        Assert.Equal((true, false, false, true), (first.Text.Contains(asked.Path, StringComparison.Ordinal), first.Text.Contains(other.Path, StringComparison.Ordinal), second.Text.Contains(asked.Path, StringComparison.Ordinal), second.Text.Contains(other.Path, StringComparison.Ordinal)));
        Assert.Equal((true, false), (await Waits(asked), await Waits(other)));

        async Task<bool> Waits(OpenedCase one) => (await desk.Open(one.Path)).Document.QuerySelectorAll(".ask-list li").Any(l => l.TextContent.Contains("Sudah ditanyakan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_that_takes_apart_says_who_becomes_whom_again_who_merged_them_and_why()
    {
        var facts = new PersonFacts { Name = "Galuh Pisah", Sex = "P", BirthDate = new(1952, 8, 12), Area = "63.11.02.2004" };
        var (kept, gone) = (await server.Person(facts), await server.Person(new() { Name = "Galuh Pisah", Sex = "P" }));
        await Decide(kept, gone, "Same", reason: "Wajah di KTP sama");
        var row = await Pair(kept, gone);
        var page = await (await server.As(Roles.Operator)).Open($"{kept.Path()}/pisahkan/{row.Id.Value}");
        Assert.Equal("Pisahkan kembali", page.Title);
        Assert.Contains("Menjadi dua orang lagi; kasus, program dan jenis kembali ke orang asalnya", page.Words());
        // Two of one name: what tells them apart stands beside it.
        var both = page.Document.QuerySelectorAll("form li").Select(l => l.TextContent).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, both.Distinct().Count());
        Assert.All(both, b => Assert.StartsWith("Galuh Pisah (", b, StringComparison.Ordinal));
        Assert.Contains(both, b => System.Text.RegularExpressions.Regex.IsMatch(b, @"\(\d+ tahun, perempuan, .*Tabuan", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        Assert.Contains(both, b => b.Contains("desa belum diketahui", StringComparison.Ordinal));
        Assert.Contains($"Digabung oleh {row.DecidedBy}, {Layar.Kernel.Time.Wita.Full(row.DecidedAt!.Value)}: Wajah di KTP sama", page.Words());
        Assert.Equal(kept.Path(), page.Document.QuerySelector("form .button-quiet")!.GetAttribute("href"));

        Assert.Contains("Tulis alasannya", string.Join(" ", (await page.Form("Pisahkan").Press("Pisahkan")).Errors));
        Assert.Equal(kept, (await server.Row(gone)).MergedInto);
        var apart = await (await page.Form("Pisahkan").Set("Reason", "Anak dan ibu").Press("Pisahkan")).Follow();
        Assert.Contains("Keduanya menjadi dua orang lagi.", apart.Text);
        Assert.Contains("Dipisahkan kembali", apart.Words());
        Assert.Contains("Anak dan ibu", apart.Words());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await apart.Visitor.Open(page.Path)).Status);
    }

    [Fact]
    public async Task Three_become_one_and_the_last_step_alone_is_taken_back()
    {
        var (a, b, c) = (await server.Person(new() { Name = "Tiga A", Sex = "L" }), await server.Person(new() { Name = "Tiga B", Sex = "L" }), await server.Person(new() { Name = "Tiga C", Sex = "L" }));
        await Decide(a, b, "Same", b);
        await Decide(b, c, "Same", c);
        Assert.Equal((c, c, (PersonId?)null), ((await server.Row(a)).MergedInto!.Value, (await server.Row(b)).MergedInto!.Value, (await server.Row(c)).MergedInto));
        var link = (await Pair(b, c)).Id;
        await (await (await server.As(Roles.Operator)).Open($"{c.Path()}/pisahkan/{link.Value}")).Form("Pisahkan").Set("Reason", "Keliru").Press("Pisahkan");
        Assert.Equal((b, (PersonId?)null, (PersonId?)null), ((await server.Row(a)).MergedInto!.Value, (await server.Row(b)).MergedInto, (await server.Row(c)).MergedInto));
    }

    [Fact]
    public async Task A_likely_double_is_found_decided_different_and_not_proposed_again()
    {
        var facts = new PersonFacts { Name = "Maslian Kurniawansyah", Sex = "L", BirthDate = new(1960, 3, 4), Area = "63.11.01.2001" };
        var (one, other) = (await server.Person(facts), await server.Person(facts with { Name = "Maslian Kurniawansjah" }));
        await Find();
        Assert.Equal(PairState.Open, (await Pair(one, other)).State);
        var list = await (await server.As(Roles.Supervisor)).Open("/petugas/warga/ganda");
        Assert.Contains("Maslian", list.Words());
        Assert.Contains("Mungkin tercatat dua kali", (await (await server.As(Roles.Operator)).Open(one.Path())).Words());
        Assert.Equal("/petugas/warga/ganda", (await Decide(one, other, "Different")).Location);
        await (await (await server.As(Roles.Operator)).Open(one.Path() + "/data")).Form("Simpan").Set("Input.Source", "keluarga").Set("Input.Alias", "Lian").Press("Simpan");
        await Find();
        Assert.Equal(PairState.Different, (await Pair(one, other)).State);
        Assert.DoesNotContain("Maslian", (await (await server.As(Roles.Supervisor)).Open("/petugas/warga/ganda")).Words());
    }

    [Fact]
    public async Task Not_sure_keeps_the_pair_on_the_list_of_reviews()
    {
        var (one, other) = (await server.Person(new() { Name = "Ragu Satu", Sex = "L" }), await server.Person(new() { Name = "Ragu Dua", Sex = "L" }));
        await Decide(one, other, "Review");
        Assert.Contains("Ragu Satu", (await (await server.As(Roles.Manager)).Open("/petugas/warga/ganda?tampilan=ditinjau")).Words());
        Assert.Null((await server.Row(one)).MergedInto);
    }

    [Fact]
    public async Task Without_decision_or_reason_nothing_happens_and_a_stale_page_is_told()
    {
        var (one, other) = (await server.Person(new() { Name = "Alasan Satu", Sex = "L" }), await server.Person(new() { Name = "Alasan Dua", Sex = "L" }));
        Assert.NotEmpty((await Decide(one, other, "")).Errors);
        Assert.Contains("Tulis alasannya", string.Join(" ", (await Decide(one, other, "Same", reason: " ")).Errors));
        var stale = (await (await server.As(Roles.Operator)).Open($"{one.Path()}/banding/{other.Value}")).Form("Simpan keputusan").Set("Decision", "Same").Set("Kept", one.Value.ToString()).Set("Reason", "sama");
        await (await (await server.As(Roles.Operator)).Open(one.Path() + "/data")).Form("Simpan").Set("Input.Source", "keluarga").Set("Input.Alias", "Baru").Press("Simpan");
        Assert.NotEmpty((await stale.Press("Simpan keputusan")).Errors);
        Assert.Null((await server.Row(other)).MergedInto);
    }

    [Fact]
    public async Task The_page_shows_both_side_by_side_with_the_weight_of_each_field_and_masks_numbers()
    {
        var facts = new PersonFacts { Name = "Bobot Contoh", Sex = "P", Nik = "6311025208530000", BirthDate = new(1953, 8, 12) };
        var (one, other) = (await server.Person(facts), await server.Person(facts with { Name = "Bobot Tjontoh" }));
        var page = await (await server.As(Roles.Manager)).Open($"{one.Path()}/banding/{other.Value}");
        Assert.Contains("Sangat mungkin sama", page.Words());
        Assert.DoesNotContain("6311025208530000", page.Text);
        var nik = page.Document.QuerySelectorAll(".pair-line").Single(l => l.TextContent.Contains("NIK", StringComparison.Ordinal));
        Assert.Contains("sama · +", nik.TextContent);
    }

    [Fact]
    public async Task Searching_the_NIK_finds_the_case_of_a_merged_person()
    {
        var opened = await server.Case(new WantedCase { Person = new() { Name = "Kasus Gabung", Sex = "L" } });
        var kept = await server.Person(new() { Name = "Kasus Gabung Asli", Sex = "L", Nik = "6311021203600000" });
        await Decide(kept, (await server.Look(opened)).PersonId!.Value, "Same");
        var asks = await (await server.As(Roles.Operator)).Open("/petugas/cari?q=6311021203600000");
        Assert.Contains(opened.Number, (await asks.Form("Cari").Set("Purpose", "Uji").Press("Cari")).Text);
    }
}
