using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Households;
using Layar.People.Persons;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Households;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class HouseholdTests(PeopleServer server)
{
    private async Task<Page> Start(PersonId id, string role = "Head", string card = "") =>
        await (await (await server.As(Roles.Operator)).Open(id.Path() + "/keluarga")).Form("Buat keluarga").Set("FamilyCard", card).Set("Role", role).Set("Source", "dokumen").Press("Simpan");

    private async Task<Page> Add(PersonId id, PersonId member, string role) =>
        await (await (await server.As(Roles.Operator)).Open($"{id.Path()}/keluarga?anggota={member.Value}")).Form("Tambahkan").Set("Role", role).Set("Source", "kunjungan").Press("Simpan");

    private Task<List<Membership>> Of(PersonId id) => server.Within(s => s.GetRequiredService<AppDb>().Set<Membership>().AsNoTracking().Where(m => m.PersonId == id).OrderBy(m => m.RecordedAt).ToListAsync());

    [Fact]
    public async Task A_household_shows_its_members_with_age_role_types_and_programmes()
    {
        var head = await server.Person(new() { Name = "Kepala Contoh", Sex = "L", BirthDate = new(1970, 1, 1), Area = "63.11.02.2004" });
        var child = await server.Person(new() { Name = "Anak Contoh", Sex = "P", BirthDate = new(2015, 1, 1), Area = "63.11.02.2004" });
        await Start(head);
        await Add(head, child, "Child");
        await (await (await server.As(Roles.Operator)).Open(child.Path() + "/jenis")).Form("Tambah jenis").Set("jenis", "Disability:fisik").Set("Source", "kunjungan").Press("Tambah jenis");
        await (await (await server.As(Roles.Operator)).Open(child.Path() + "/program")).Form("Catat program").Set("Programme", "pip").Set("Amount", "450000").Set("Source", "instansi").Press("Catat program");
        var card = (await (await server.As(Roles.Operator)).Open(head.Path())).Document.QuerySelectorAll(".member");
        Assert.Equal(["Kepala Contoh", "Anak Contoh"], card.Select(m => m.QuerySelector("div p strong, div p a")!.TextContent));
        Assert.Contains("Disabilitas fisik", card[1].TextContent);
        Assert.Contains("Program Indonesia Pintar", card[1].TextContent);
        Assert.Contains("Anak ·", card[1].TextContent);
    }

    [Fact]
    public async Task Two_of_one_family_card_at_one_moment_live_in_one_household()
    {
        var family = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => server.Person(new() { Name = $"Sekeluarga {n}", Sex = "L", Area = "63.11.02.2004" })));
        await Task.WhenAll(family.Select((id, n) => Start(id, n == 0 ? "Head" : "Child", "6311 0201 0120 0007")));
        var households = new HashSet<HouseholdId>();
        foreach (var id in family) households.Add(Assert.Single(await Of(id)).HouseholdId);
        Assert.Single(households);
    }

    private async Task Receive(PersonId id, string programme, string since, string until, string amount, string rhythm = "Monthly") =>
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await (await (await server.As(Roles.Operator)).Open(id.Path() + "/program")).Form("Catat program").Set("Programme", programme).Set("Since", since).Set("Until", until)
            .Set("Amount", amount).Set("Rhythm", rhythm).Set("Source", "instansi").Press("Catat program")).Status);

    [Fact]
    public async Task Each_member_shows_begin_end_and_amount_and_the_household_is_added_up_without_whom_the_viewer_may_not_see()
    {
        var head = await server.Person(new() { Name = "Kepala Jumlah", Sex = "L", Area = "63.11.02.2004" });
        var child = await server.Person(new() { Name = "Anak Jumlah", Sex = "P", Area = "63.11.02.2004" });
        var hidden = await server.Person(new() { Name = "Anak Rahasia", Sex = "P", Area = "63.11.02.2004" });
        await Start(head);
        await Add(head, child, "Child");
        await Add(head, hidden, "Child");
        await Receive(head, "pkh", "2025-01-01", "", "600000", "Quarterly");
        await Receive(child, "pip", "2026-02-01", "", "450000", "Yearly");
        await Receive(child, "sandang", "2024-01-01", "2024-02-01", "", "Once");
        await Receive(hidden, "sembako", "2026-01-01", "", "200000");
        await server.Within(s => s.GetRequiredService<AppDb>().Set<Person>().Where(p => p.Id == hidden).ExecuteUpdateAsync(p => p.SetProperty(x => x.Restricted, true)));

        var page = await (await server.As(Roles.Operator)).Open(head.Path());
        var members = page.Document.QuerySelectorAll(".member");
        Assert.Matches(@"Program Indonesia Pintar.*Rp450\.000.*1 Februari 2026", System.Text.RegularExpressions.Regex.Replace(members[1].TextContent, @"\s+", " "));
        Assert.Contains("Program yang sudah berakhir (1)", members[1].TextContent);
        Assert.DoesNotContain("Sembako", page.Document.QuerySelector(".member")!.ParentElement!.TextContent);
        var total = page.Document.QuerySelector(".household-total")!.TextContent;
        Assert.Contains("2 program, Rp2.850.000 setahun", total);
        Assert.Contains("tidak boleh Anda lihat", total);
        Assert.Contains("3 program, Rp5.250.000 setahun", (await (await server.As(Roles.Manager)).Open(head.Path())).Document.QuerySelector(".household-total")!.TextContent);
    }

    [Fact]
    public async Task Age_role_types_and_programmes_of_the_card_say_where_they_come_from_and_when_a_programme_is_reviewed()
    {
        var head = await server.Person(new() { Name = "Kepala Asal", Sex = "L", BirthDate = new(1970, 1, 1) });
        var child = await server.Person(new() { Name = "Anak Asal", Sex = "P" });
        await Start(head);
        await Add(head, child, "Child");
        var desk = await server.As(Roles.Operator);
        Assert.Equal(["Laporan warga", "Kunjungan rumah"], await Sources(1));
        await (await desk.Open(child.Path() + "/data")).Form("Simpan").Set("Input.Source", "dukcapil").Set("Input.AsOf", "2026-03-12").Set("Input.BirthDate", "2015-01-01").Press("Simpan");
        await (await desk.Open(child.Path() + "/jenis")).Form("Tambah jenis").Set("jenis", "Disability:fisik").Set("Source", "desa").Set("Since", "2026-04-01").Set("AsOf", "2026-04-20").Set("Checked", "true").Press("Tambah jenis");
        await (await desk.Open(child.Path() + "/program")).Form("Catat program").Set("Programme", "pip").Set("Since", "2026-02-01").Set("ReviewOn", "2027-02-01").Set("Source", "instansi").Press("Catat program");
        Assert.Equal(["Laporan warga", "Kunjungan rumah", "Dukcapil", "Keterangan desa", "Instansi lain"], await Sources(1));
        Assert.Equal(["Laporan warga", "KTP, KK atau akta", "Laporan warga"], await Sources(0));
        var card = (await desk.Open(head.Path())).Document.QuerySelectorAll(".member")[1].TextContent;
        Assert.Contains("Dukcapil, 12/03/2026", card);
        Assert.Matches("Keterangan desa, 20/04/2026 · diperiksa \\w+", card);
        Assert.Matches(@"Instansi lain, \d\d/\d\d/\d{4} · dicatat [^·]+ · ditinjau 1 Februari 2027", card);

        async Task<string[]> Sources(int member) => [.. (await desk.Open(head.Path())).Document.QuerySelectorAll(".member")[member].QuerySelectorAll(".from").Select(f => f.TextContent[..f.TextContent.IndexOf(", ", f.TextContent.StartsWith("KTP", StringComparison.Ordinal) ? 5 : 0, StringComparison.Ordinal)])];
    }

    [Fact]
    public async Task A_larger_household_costs_no_more_queries()
    {
        var head = await server.Person(new() { Name = "Kepala Hitung", Sex = "L" });
        var desk = await server.As(Roles.Operator);
        await Start(head);
        await Grow(1);
        var small = await server.Queries.Quietest(() => desk.Open(head.Path()));
        await Grow(4);
        var large = await server.Queries.Quietest(() => desk.Open(head.Path()));
        Assert.Equal((small, 6), (large, (await desk.Open(head.Path())).Document.QuerySelectorAll(".member").Length));

        async Task Grow(int members)
        {
            for (var i = 0; i < members; i++)
            {
                var one = await server.Person(new() { Name = $"Anggota {Guid.NewGuid():N}"[..14], Sex = "P" });
                await Add(head, one, "Child");
                await Receive(one, "pip", "2026-01-01", "", "450000", "Yearly");
            }
        }
    }

    [Fact]
    public async Task The_same_family_card_brings_two_people_into_one_household()
    {
        var one = await server.Person(new() { Name = "Suami Kartu", Sex = "L" });
        var two = await server.Person(new() { Name = "Istri Kartu", Sex = "P" });
        await Start(one, card: "6311 0201 0120 0000");
        await Start(two, "Spouse", "6311020101200000");
        Assert.Equal((await Of(one))[0].HouseholdId, (await Of(two))[0].HouseholdId);
    }

    [Fact]
    public async Task Who_moves_leaves_the_old_household_and_the_history_stays()
    {
        var (a, b) = (await server.Person(new() { Name = "Rumah A", Sex = "L" }), await server.Person(new() { Name = "Rumah B", Sex = "L" }));
        var mover = await server.Person(new() { Name = "Pindah Contoh", Sex = "P" });
        await Start(a);
        await Start(b);
        await Add(a, mover, "Relative");
        await Add(b, mover, "Spouse");
        var rows = await Of(mover);
        Assert.Equal(2, rows.Count);
        Assert.NotNull(rows[0].Until);
        Assert.Null(rows[1].Until);
        await (await (await server.As(Roles.Operator)).Open(b.Path() + "/keluarga")).Form("Keluarkan Pindah Contoh").Press("Keluarkan Pindah Contoh");
        Assert.All(await Of(mover), m => Assert.NotNull(m.Until));
    }

    [Fact]
    public async Task Two_programmes_that_exclude_each_other_are_shown_in_red()
    {
        var head = await server.Person(new() { Name = "Ganda Program", Sex = "L" });
        await Start(head);
        foreach (var programme in new[] { "pkh", "blt-dd" })
            await (await (await server.As(Roles.Operator)).Open(head.Path() + "/program")).Form("Catat program").Set("Programme", programme).Set("Source", "desa").Press("Catat program");
        Assert.Contains("tidak boleh diterima bersamaan", (await (await server.As(Roles.Operator)).Open(head.Path())).Document.QuerySelector(".notice-red")!.TextContent);
    }

    [Fact]
    public async Task A_wrong_card_number_and_a_missing_role_are_refused()
    {
        var id = await server.Person(new() { Name = "Salah Kartu", Sex = "L" });
        Assert.Contains("16 angka", string.Join(" ", (await Start(id, card: "123")).Errors));
        Assert.NotEmpty((await Start(id, "")).Errors);
        Assert.Empty(await Of(id));
    }
}
