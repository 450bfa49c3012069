using System.Net;
using Layar.Areas.Contracts;
using Layar.Kernel.Acts;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Areas.Tests;

/// <summary>Each test works on a kabupaten of its own, so that they do not meet.</summary>
public sealed class AreaImportTests(AreaServer server) : IClassFixture<AreaServer>
{
    private IAreas Areas => server.Services.GetRequiredService<IAreas>();

    [Fact, Trait("Kind", "slice")]
    public void Shipped_list_holds_both_kabupaten()
    {
        Assert.Equal(8, Areas.Below("63.11").Count);
        Assert.Equal(157, Areas.Below("63.11").Sum(d => Areas.Below(d.Code).Count));
        Assert.Equal(20, Areas.Below("63.72").Sum(d => Areas.Below(d.Code).Count));
        Assert.Equal("Tabuan, Halong", Areas.Describe("63.11.02.2004"));
        Assert.Equal("Halong", Areas.Describe("63.11.02"));
        Assert.Null(Areas.Describe("63.99"));
    }

    [Fact, Trait("Kind", "slice")]
    public void Names_that_stand_twice_are_told_apart_by_the_kecamatan()
    {
        Assert.Equal(2, Areas.Named("galumbang", "63.11").Count);
        Assert.Equal("63.11.07.2006", Assert.Single(Areas.Named("Desa Galumbang", "63.11.07")).Code);
        Assert.Equal(["63.11.04", "63.11.04.2005"], Areas.Named("batu mandi").Select(a => a.Code));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Same_file_again_changes_nothing()
    {
        const string file = "code,parent,name\n10.01,10,Kabupaten Satu\n10.01.01,10.01,Hulu\n10.01.01.2001,10.01.01,Muara\n";
        Assert.Equal(3, (await Import(file)).Added);
        var again = await Import(file);
        Assert.Equal((0, 3), (again.Changes, again.Unchanged));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task New_name_keeps_the_old_as_alias_and_what_is_gone_ends()
    {
        await Import("code,parent,name\n10.02,10,Kabupaten Dua\n10.02.01,10.02,Hulu\n10.02.01.2001,10.02.01,Sei Lama\n10.02.01.2002,10.02.01,Hilang\n");
        var result = await Import("code,parent,name\n10.02,10,Kabupaten Dua\n10.02.01,10.02,Hulu\n10.02.01.2001,10.02.01,Harapan\n");
        Assert.Equal((1, 1), (result.Renamed, result.Ended));
        Assert.Equal("Harapan", Areas.Find("10.02.01.2001")!.Name);
        Assert.Equal("10.02.01.2001", Assert.Single(Areas.Named("Sungai Lama")).Code);
        Assert.Null(Areas.Find("10.02.01.2002"));
        Assert.Null((await server.Within(s => s.GetRequiredService<AuditVerifier>().Verify(default))).Broken);
    }

    [Theory, Trait("Kind", "slice")]
    [InlineData("", "line 1")]
    [InlineData("kode,nama\n", "line 1")]
    [InlineData("code,parent,name\n10.03,10,Tiga\n10.03.1,10.03,Hulu\n", "line 3: code '10.03.1'")]
    [InlineData("code,parent,name\n10.03,10,Tiga\n10.03.01,10.04,Hulu\n", "line 3: parent")]
    [InlineData("code,parent,name\n10.03,10,Tiga\n10.03.01,10.03,Hulu\n10.03.01,10.03,Hilir\n", "line 4: code 10.03.01 stands already in line 3")]
    [InlineData("code,parent,name\n10.03,10,Tiga\n10.03.02.2001,10.03.02,Muara\n", "line 3: parent 10.03.02 is not in the file")]
    [InlineData("code,parent,name\n10.03,10,Tiga\n10.03.01,10.03,\"Hulu\n", "line 3: 3 fields")]
    [InlineData("code,parent,name,kind\n10.03,10,Tiga,negara\n", "line 2: kind")]
    [InlineData("code,parent,name\n10.03,10,\n", "line 2: name")]
    public async Task Broken_file_names_its_line_and_writes_nothing(string file, string fault)
    {
        var result = await Import(file);
        Assert.StartsWith(fault, result.Faults[0]);
        Assert.Null(Areas.Find("10.03"));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Positions_of_reports_move_the_point_of_the_village()
    {
        await Areas.Learn("63.11.02.2001", -2.0, 115.0, TestContext.Current.CancellationToken);
        await Areas.Learn("63.11.02.2001", -2.2, 115.4, TestContext.Current.CancellationToken);
        await Areas.Learn("63.11.02.2001", 52.0, 13.0, TestContext.Current.CancellationToken);
        Areas.Reload();
        var village = Areas.Find("63.11.02.2001")!;
        Assert.Equal((-2.1, 115.2), (Math.Round(village.Lat!.Value, 6), Math.Round(village.Lon!.Value, 6)));
    }

    [Fact, Trait("Kind", "page")]
    public async Task Areas_below_a_kecamatan_are_public_and_may_be_kept()
    {
        using var visitor = server.Visitor();
        var answer = await visitor.Open("/api/wilayah?induk=63.11.02");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("\"63.11.02.2004\"", answer.Text);
        Assert.True(answer.Answer.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open("/api/wilayah?induk=63.99")).Status);
    }

    private Task<AreaImportResult> Import(string file) => server.Within(s => AreasModule.Import(s, new StringReader(file), "test", default));
}

public sealed class AreaServer : LayarServer
{
    protected override Task Prepare(IServiceProvider services) => AreasModule.Seed(services, CancellationToken.None);
}
