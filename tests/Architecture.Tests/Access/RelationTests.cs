using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Architecture.Tests.Access;

/// <summary>What a case is to who asks: of another district, referred to an agency, closed. The same doors as in <see cref="RoleTests"/>.</summary>
[Trait("Kind", "page"), Collection(AccessCollection.Name)]
public sealed class RelationTests(AccessHouse house)
{
    private const string Elsewhere = "63.11.05.2001";

    private static IEnumerable<string> OfCases => Doors.OfStaff.Where(d => d.Pattern.StartsWith("petugas/kasus/{nomor}", StringComparison.Ordinal)).Select(d => d.Sample);

    [Theory]
    [InlineData(Roles.VillageDesk)]
    [InlineData(Roles.DistrictWorker)]
    public async Task A_case_of_another_district_is_not_there(string role)
    {
        var own = await house.Case();
        var other = await house.Case(new WantedCase { Area = Elsewhere, Title = "Kasus kecamatan lain" });
        Assert.Equal("in", await house.Opened(role, own.Path));
        await NothingOpens(role, other);
        Assert.DoesNotContain(other.Number, (await (await house.As(role)).Open("/petugas/kasus")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_sees_what_was_referred_to_it_and_nothing_of_another_agency()
    {
        var theirs = await house.Case(new WantedCase { Step = CaseStep.ReferredOut, Agency = "dinkes", Title = "Dirujuk ke dinkes" });
        var others = await house.Case(new WantedCase { Step = CaseStep.ReferredOut, Agency = "pupr", Title = "Dirujuk ke pupr" });
        Assert.Equal("in", await house.Opened(Roles.Agency, theirs.Path));
        await NothingOpens(Roles.Agency, others);
        var list = (await (await house.As(Roles.Agency)).Open("/petugas/rujukan")).Document.Body!.TextContent;
        Assert.Contains(theirs.Number, list, StringComparison.Ordinal);
        Assert.DoesNotContain(others.Number, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rapid_responder_sees_a_case_while_it_is_urgent_and_no_longer()
    {
        var urgent = await house.Case(new WantedCase { Step = CaseStep.UrgentResponse, Emergency = true });
        var calm = await house.Case(new WantedCase { Step = CaseStep.Completeness, Emergency = true });
        Assert.Equal("in", await house.Opened(Roles.Driver, urgent.Path));
        await NothingOpens(Roles.Driver, calm);
    }

    [Fact]
    public async Task A_closed_case_is_read_by_the_same_roles_and_offers_no_act_of_an_open_step()
    {
        var closed = await house.Case(new WantedCase { Step = CaseStep.Completed });
        var wrong = new List<string>();
        foreach (var role in Roles.All)
        {
            var expected = Doors.OfStaff.Single(d => d.Pattern == "petugas/kasus/{nomor}").Who.Contains(role) ? "in" : "out";
            if (await house.Opened(role, closed.Path) != expected) wrong.Add($"{role} reads: not {expected}");
            foreach (var act in (string[])["setujui", "mengetahui", "teruskan", "program", "tolak", "rujuk", "tunda", "darurat", "penanganan", "kunjungan/isi"])
                if ((await (await house.As(role)).Open($"{closed.Path}/{act}")).Status == HttpStatusCode.OK) wrong.Add($"{role} may {act}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private async Task NothingOpens(string role, OpenedCase opened)
    {
        var wrong = new List<string>();
        foreach (var sample in OfCases)
        {
            var path = $"{opened.Path}{sample[sample.IndexOf('}', StringComparison.Ordinal)..].TrimStart('}')}";
            if (await house.Opened(role, path) is var answer and not "out") wrong.Add($"{role} {path}: {answer}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
