using System.Text.Encodings.Web;
using System.Text.Json;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Api;

/// <summary>An answer of the kind <c>application/problem+json</c>, in Indonesian whatever language the client asks for.</summary>
internal sealed class Problem(ProblemBody body, int? retryAfterSeconds = null)
{
    private static readonly ApiJson Json = new(new JsonSerializerOptions(ApiJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull });

    public static Problem Of(int status, string title, int? retryAfterSeconds = null) => new(new ProblemBody("about:blank", title, status, null), retryAfterSeconds);

    public static Problem Of(IReadOnlyList<Refusal> faults, TextCatalogue texts) => new(new ProblemBody(
        "about:blank", texts.Official("intake.api.invalid"), StatusCodes.Status400BadRequest,
        faults.GroupBy(f => f.Field ?? "").ToDictionary(g => g.Key, g => g.Select(f => texts.Official(f.Code, [.. f.Args])).ToArray())));

    public static Problem At(string field, string text, TextCatalogue texts) => new(new ProblemBody(
        "about:blank", texts.Official("intake.api.invalid"), StatusCodes.Status400BadRequest, new Dictionary<string, string[]> { [field] = [text] }));

    public Task Write(HttpContext http)
    {
        http.Response.StatusCode = body.Status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        if (retryAfterSeconds is { } wait) http.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Json.ProblemBody);
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }
}
