using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Cases.Files;
using Layar.Cases.Tests.Completeness;
using Layar.Cases.Visits.TakingAlong;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Visits;

/// <summary>What a phone is given and what it may hand in.</summary>
[Collection("work"), Trait("Kind", "page")]
public sealed class CarryTests(WorkServer server)
{
    private const string Path = "/petugas/lapangan/bawaan";

    private static async Task<(Visitor Who, Guid Device)> Enrolled(Visitor who)
    {
        var device = Guid.NewGuid();
        var answer = await who.Http.PostAsJsonAsync(Path, new { device, enrol = true });
        Assert.Equal(32, Convert.FromBase64String((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["half"]!).Length);
        return (who, device);
    }

    [Fact]
    public async Task A_phone_gets_the_day_without_secret_cases_and_hands_in_what_it_changed()
    {
        var ((opened, visit), (secret, _)) = (await server.VisitOf(Roles.Companion), await server.VisitOf(Roles.Companion));
        await server.Within(s => s.GetRequiredService<AppDb>().Set<CaseFile>().Where(c => c.Id == secret.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Secret, true)));
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Companion));
        var day = await who.Http.GetFromJsonAsync<JsonObject>($"{Path}?hp={device}");
        Assert.Contains(opened.Number, day!.ToJsonString());
        Assert.DoesNotContain(secret.Number, day.ToJsonString());
        var change = new { id = Guid.NewGuid(), question = "lantai", value = new[] { "papan" }, @base = 0 };
        var taken = await (await who.Http.PostAsJsonAsync(Path, new { device, visits = new[] { new { visit = visit.Value, changes = new[] { change } } } })).Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("applied", (string)taken!["visits"]![0]!["answers"]![0]!["result"]!);
    }

    [Fact]
    public async Task A_revoked_phone_a_foreign_one_and_one_without_name_get_nothing()
    {
        var (who, device) = await Enrolled(await server.SignedIn(Roles.Companion));
        Assert.Equal(HttpStatusCode.Conflict, (await who.Http.GetAsync(Path)).StatusCode);
        var other = await server.SignedIn(Roles.DistrictWorker);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Http.GetAsync($"{Path}?hp={device}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await other.Http.PostAsJsonAsync(Path, new { device, enrol = true })).StatusCode);
        using var nobody = server.Visitor();
        Assert.Contains("live", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await who.Open("/petugas/pengaturan/sesi")).Form("Cabut HP ini").Press("Cabut HP ini")).Status);
        Assert.Contains("revoked", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
        Assert.Equal(HttpStatusCode.Gone, (await who.Http.GetAsync($"{Path}?hp={device}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await who.Http.PostAsJsonAsync(Path, new { device, enrol = true })).StatusCode);
    }

    [Fact]
    public async Task A_phone_that_the_office_forgot_with_an_older_backup_keeps_and_brings_home_what_was_filled()
    {
        var (_, visit) = await server.VisitOf(Roles.Companion);
        var (who, device) = (await server.SignedIn(Roles.Companion), Guid.NewGuid());
        using var nobody = server.Visitor();
        Assert.Contains("unknown", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
        var change = new { id = Guid.NewGuid(), question = "lantai", value = new[] { "tanah" }, @base = 0 };
        var taken = await (await who.Http.PostAsJsonAsync(Path, new { device, visits = new[] { new { visit = visit.Value, changes = new[] { change } } } })).Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("applied", (string)taken!["visits"]![0]!["answers"]![0]!["result"]!);
        Assert.Contains("live", await nobody.Http.GetStringAsync($"/lapangan/hp/{device}"));
    }

    [Fact]
    public void The_way_goes_on_to_the_nearest_and_those_without_a_point_come_last()
    {
        (string Name, double? Lat)[] visits = [("first", -2.2), ("unknown", null), ("far", -2.6), ("near", -2.3)];
        Assert.Equal(["first", "near", "far", "unknown"], RoadOrder.Of(visits, v => v.Lat is { } lat ? (lat, 115.6) : null).Select(v => v.Name));
    }
}
