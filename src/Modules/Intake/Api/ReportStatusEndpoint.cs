using System.Globalization;
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
internal sealed class ReportStatusEndpoint(GuessLimit limit, GuessLedger ledger, StatusMemory memory, ICatalogue catalogue, TextCatalogue texts)
{
    public async Task Get(HttpContext http, string code, string? pin)
    {
        if (!TicketCode.Parse(catalogue.Instance.TicketPrefix, code).TryGet(out var ticket, out _))
        {
            await NotFound().Write(http);
            return;
        }
        var proves = !string.IsNullOrWhiteSpace(pin);
        var from = http.Connection.RemoteIpAddress;
        var tried = proves ? ticket.Symbols : null;
        if (limit.Enter(from, tried, pin) is { } wait)
        {
            await TooMany(wait).Write(http);
            return;
        }
        var answers = memory.Now().Answers;
        var asked = $"{ticket.Symbols} {pin} {CultureInfo.CurrentUICulture.Name}";
        if (!answers.TryGetValue(asked, out var answer))
        {
            if (await ledger.Wait(from, tried, pin, http.RequestAborted) is { } rest)
            {
                limit.Right(from, tried, pin);
                await TooMany(rest).Write(http);
                return;
            }
            answer = await Made(http, ticket, proves ? pin : null);
            if (answer is null)
            {
                await ledger.Wrong(from, tried, pin);
                await NotFound().Write(http);
                return;
            }
            answers[asked] = answer;
        }
        limit.Right(from, tried, pin);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    private async Task<byte[]?> Made(HttpContext http, TicketCode ticket, string? pin)
    {
        var services = http.RequestServices;
        var lookup = services.GetRequiredService<ReportLookup>();
        var report = pin is not null ? await lookup.ByPair(ticket, pin, http.RequestAborted) : await lookup.ByCode(ticket, http.RequestAborted);
        if (report is null) return null;
        return JsonSerializer.SerializeToUtf8Bytes(await Body(services, report, ticket, pin is not null, http.RequestAborted), ApiJson.Default.StatusBody);
    }

    private async Task<StatusBody> Body(IServiceProvider services, Report report, TicketCode ticket, bool whole, CancellationToken stop)
    {
        var summary = await services.GetRequiredService<MainCase>().Of(report.CaseId, stop);
        var progress = Progress.Of(summary, catalogue, texts);
        var steps = progress.Steps.Select(s => new StepBody(Name(s.Key), texts[$"intake.public.{s.Key}"], s.At)).ToList();
        var question = whole && summary.Open && services.GetService<ICaseQuestions>() is { } questions
            ? (await questions.For(summary.Id, stop)).FirstOrDefault(q => q.AnsweredAt is null)?.Text
            : null;
        return new StatusBody(ticket.ToString(), Name(summary.Step), steps, whole ? progress.Next : null, whole ? progress.Due : null, question,
            whole && !summary.Open ? progress.Reason?.Text.ToString() ?? progress.Title : null);
    }

    private static string Name<T>(T key) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(key.ToString());

    private Problem TooMany(TimeSpan wait) => Problem.Of(StatusCodes.Status429TooManyRequests, texts.Official("intake.error.too-many"), (int)Math.Ceiling(wait.TotalSeconds));

    private Problem NotFound() => Problem.Of(StatusCodes.Status404NotFound, texts.Official("intake.error.pair"));
}
