using System.Net;
using System.Text.RegularExpressions;

namespace Layar.Bench.Load;

/// <summary>Signs in over HTTP as a demo account and keeps the cookies for every client.</summary>
internal static partial class StaffDoor
{
    internal sealed record Entered(string Cookie, string Token);

    public static async Task<string> SignIn(Uri address, string role, CancellationToken stop) => (await Enter(address, role, null, stop)).Cookie;

    /// <param name="form">a page whose form is to be sent; its token comes back</param>
    public static async Task<Entered> Enter(Uri address, string role, string? form, CancellationToken stop)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        var page = await http.GetStringAsync("/masuk", stop);
        var password = Environment.GetEnvironmentVariable("LAYAR_DEMO_PASSWORD") is { Length: > 0 } own ? own : "layar-demo";
        var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["UserName"] = role, ["Password"] = password, ["_t"] = TokenOf(page) });
        using var answer = await http.PostAsync("/masuk", content, stop);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new CannotMeasure($"the demo account {role} could not sign in: {(int)answer.StatusCode}");
        var token = form is null ? "" : TokenOf(await http.GetStringAsync(form, stop));
        return new Entered(cookies.GetCookieHeader(address), token);
    }

    private static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"_t\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
