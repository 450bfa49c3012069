using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Cases.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Tracking;
using Layar.Kernel.Numbers;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Api;

/// <summary><c>GET /api/laporan/{code}?pin=</c>: <c>pin</c> is the PIN or the last four digits of the reporter's number.</summary>
internal static class ReportStatusEndpoint
{
    public static async Task Get(HttpContext http, string code, string? pin)
    {
        var services = http.RequestServices;
        var texts = services.GetRequiredService<TextCatalogue>();
        var catalogue = services.GetRequiredService<ICatalogue>();
        if (!TicketCode.Parse(catalogue.Instance.TicketPrefix, code).TryGet(out var ticket, out _))
        {
            await NotFound(texts).Write(http);
            return;
        }
        var limit = services.GetRequiredService<GuessLimit>();
        var proves = !string.IsNullOrWhiteSpace(pin);
        var from = http.Connection.RemoteIpAddress;
        if (limit.Enter(proves ? ticket.Symbols : null, from) is { } wait)
        {
            await Problem.Of(StatusCodes.Status429TooManyRequests, texts.Official("intake.error.too-many"), (int)Math.Ceiling(wait.TotalSeconds)).Write(http);
            return;
        }
        var lookup = services.GetRequiredService<ReportLookup>();
        var report = proves ? await lookup.ByPair(ticket, pin, http.RequestAborted) : await lookup.ByCode(ticket, http.RequestAborted);
        if (report is null)
        {
            await NotFound(texts).Write(http);
            return;
        }
        limit.Right(proves ? ticket.Symbols : null, from);
        var body = await Body(services, report, ticket, proves, http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, body, ApiJson.Default.StatusBody, http.RequestAborted);
    }

    private static async Task<StatusBody> Body(IServiceProvider services, Report report, TicketCode ticket, bool whole, CancellationToken stop)
    {
        var texts = services.GetRequiredService<TextCatalogue>();
        var summary = await services.GetRequiredService<MainCase>().Of(report.CaseId, stop);
        var progress = Progress.Of(summary, services.GetRequiredService<ICatalogue>(), texts);
        var steps = progress.Steps.Select(s => new StepBody(Name(s.Key), texts[$"intake.public.{s.Key}"], s.At)).ToList();
        var question = whole && services.GetService<ICaseQuestions>() is { } questions
            ? (await questions.For(summary.Id, stop)).FirstOrDefault(q => q.AnsweredAt is null)?.Text
            : null;
        return new StatusBody(ticket.ToString(), Name(summary.Step), steps, whole ? progress.Next : null, whole ? progress.Due : null, question,
            whole && !summary.Open ? progress.Reason?.Text.ToString() ?? progress.Title : null);
    }

    private static string Name<T>(T key) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(key.ToString());

    private static Problem NotFound(TextCatalogue texts) => Problem.Of(StatusCodes.Status404NotFound, texts.Official("intake.error.pair"));
}
