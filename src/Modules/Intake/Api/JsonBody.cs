using System.Buffers;
using System.Text.Json;
using Layar.Intake.Submission;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Api;

/// <summary>Reads the body of a report: at most 32 KB, eight levels deep; whatever it holds, the answer is a report or a problem.</summary>
internal static class JsonBody
{
    private const int Largest = 32 * 1024;

    public static async Task<(ReportInput? Body, Problem? Problem)> Read(HttpContext http, TextCatalogue texts)
    {
        if (!IsJson(http.Request.ContentType)) return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType, texts.Official("intake.api.type")));
        if (http.Request.ContentLength > Largest) return (null, TooLarge(texts));
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > Largest) return (null, TooLarge(texts));
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var answer = Parse(read.Buffer, texts);
            reader.AdvanceTo(read.Buffer.End);
            return answer;
        }
    }

    private static (ReportInput?, Problem?) Parse(ReadOnlySequence<byte> bytes, TextCatalogue texts)
    {
        try
        {
            var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 8 });
            var body = JsonSerializer.Deserialize(ref json, ReportJson.Default.ReportInput);
            if (body is null || Trailing(bytes, json)) return (null, Problem.At("", texts.Official("intake.api.json"), texts));
            return (body, null);
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) && path.Length < 60 ? path[2..] : "";
            return (null, Problem.At(field, texts.Official(field.Length > 0 ? "intake.api.field" : "intake.api.json"), texts));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem.At("", texts.Official("intake.api.json"), texts));
        }
    }

    private static bool Trailing(ReadOnlySequence<byte> bytes, Utf8JsonReader json)
    {
        foreach (var part in bytes.Slice(json.BytesConsumed))
            if (part.Span.ContainsAnyExcept(" \t\r\n"u8)) return true;
        return false;
    }

    private static bool IsJson(string? type) =>
        type is not null && (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || type.Split(';')[0].TrimEnd().EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static Problem TooLarge(TextCatalogue texts) => Problem.Of(StatusCodes.Status413PayloadTooLarge, texts.Official("intake.api.large"));
}
