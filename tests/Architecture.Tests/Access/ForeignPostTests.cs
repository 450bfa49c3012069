using System.Net;
using System.Net.Http.Json;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Architecture.Tests.Access;

/// <summary>What changes something is refused without our token, with somebody else's token, and when it comes from another site.</summary>
[Trait("Kind", "page"), Collection(AccessCollection.Name)]
public sealed class ForeignPostTests(AccessHouse house)
{
    /// <summary>Somebody who comes in at the door; the administrator opens what no ordinary role does.</summary>
    private static string RoleFor(Door door) => door.Who.FirstOrDefault() ?? Roles.Manager;

    private static IEnumerable<Door> Pages => Doors.OfStaff.Where(d => !d.Pattern.StartsWith('/'));

    [Fact]
    public async Task No_page_of_the_staff_takes_a_form_without_token_or_with_the_token_of_another()
    {
        var foreign = await Token(await house.As(Roles.Auditor));
        foreach (var door in Pages)
        {
            var visitor = await house.As(RoleFor(door));
            if (RoleFor(door) == Roles.Auditor) continue;
            var path = await house.At(door.Sample);
            Assert.True(HttpStatusCode.BadRequest == (await Sent(visitor, path, null)).StatusCode, $"{door.Pattern} without token");
            Assert.True(HttpStatusCode.BadRequest == (await Sent(visitor, path, foreign)).StatusCode, $"{door.Pattern} with a foreign token");
        }
    }

    [Fact]
    public async Task No_public_page_takes_a_form_without_token()
    {
        using var citizen = house.Visitor();
        foreach (var path in (string[])["/lapor", "/lapor/untuk", "/lapor/periksa", "/lacak", "/lacak/laporan", "/l/ABCDEFGHJKMN", "/survei/x", "/v", "/masuk", "/masuk/kode", "/keluar"])
            Assert.True(HttpStatusCode.BadRequest == (await Sent(citizen, path, null)).StatusCode, path);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site"), InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://jahat.example"), InlineData("Origin", "http://127.0.0.1:1")]
    public async Task A_good_token_from_another_site_is_refused_at_every_door(string header, string value)
    {
        foreach (var door in Pages)
        {
            var visitor = await house.As(RoleFor(door));
            var answer = await Sent(visitor, await house.At(door.Sample), await Token(visitor), (header, value));
            Assert.True(HttpStatusCode.Forbidden == answer.StatusCode, $"{door.Pattern}: {answer.StatusCode}");
        }
        using var citizen = house.Visitor();
        foreach (var path in (string[])["/lapor", "/lacak", "/v", "/masuk", "/keluar", "/api/laporan"])
            Assert.True(HttpStatusCode.Forbidden == (await Sent(citizen, path, null, (header, value))).StatusCode, path);
    }

    [Fact]
    public async Task The_refusal_says_what_to_do()
    {
        var visitor = await house.As(Roles.Operator);
        var text = await (await Sent(visitor, "/petugas/lapor", null, ("Sec-Fetch-Site", "cross-site"))).Content.ReadAsStringAsync();
        Assert.Contains("Kiriman ini tidak datang dari halaman kami", WebUtility.HtmlDecode(text));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin"), InlineData("Sec-Fetch-Site", "none"), InlineData("Origin", "null"), InlineData("Origin", "HERE"), InlineData("X-Old", "phone")]
    public async Task Our_own_pages_and_old_phones_go_through(string header, string value)
    {
        var visitor = await house.As(Roles.Operator);
        var opened = await house.Case();
        var form = new FormUrlEncodedContent([new("_t", await Token(visitor)), new("Note", "Catatan dari halaman sendiri")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, opened.Path + "?handler=catatan") { Content = form };
        request.Headers.Add(header, value == "HERE" ? house.Address.GetLeftPart(UriPartial.Authority) : value);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_machine_without_a_cookie_may_send_json_from_anywhere()
    {
        using var machine = house.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/laporan") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Origin", "https://aplikasi.example");
        Assert.Equal(HttpStatusCode.BadRequest, (await machine.Http.SendAsync(request)).StatusCode);
    }

    private static async Task<string> Token(Visitor visitor) => (await visitor.Open("/petugas")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;

    private static Task<HttpResponseMessage> Sent(Visitor visitor, string path, string? token, (string Name, string Value)? header = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(token is null ? [] : [new("_t", token)]) };
        if (header is var (name, value)) request.Headers.Add(name, value);
        return visitor.Http.SendAsync(request);
    }
}

[CollectionDefinition(Name)]
public sealed class AccessCollection : ICollectionFixture<AccessHouse>
{
    public const string Name = "access";
}
