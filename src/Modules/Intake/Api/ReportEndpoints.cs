using System.Text.Json;
using Layar.Intake.Submission;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Api;

/// <summary><c>POST /api/laporan</c>: text first, photos by upload afterwards.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var status = app.ServiceProvider.GetRequiredService<ReportStatusEndpoint>();
        app.MapPost("/api/laporan", (Delegate)Post).WithName("KirimLaporan").WithTags("Laporan").WithSummary("Takes in a report; the same reportId again answers the same")
            .Accepts<ReportInput>("application/json", "*/*").Produces<ReceiptBody>(201).Produces<ReceiptBody>(200)
            .Produces<ProblemBody>(400, "application/problem+json").Produces<ProblemBody>(409, "application/problem+json")
            .Produces<ProblemBody>(413, "application/problem+json").Produces<ProblemBody>(415, "application/problem+json");
        app.MapGet("/api/laporan/{code}", (HttpContext http, string code, string? pin) => status.Get(http, code, pin)).WithName("StatusLaporan").WithTags("Laporan").WithSummary("Step and dates of a report; with the PIN or the last four digits of the reporter's number also what is next")
            .Produces<StatusBody>(200).Produces<ProblemBody>(404, "application/problem+json").Produces<ProblemBody>(429, "application/problem+json").ShortCircuit();
        app.MapGet("/api/layanan", (Delegate)ServicesEndpoint.Get).WithName("DaftarLayanan").WithTags("Layanan").WithSummary("Services and problems with their texts and required documents").Produces<ServicesBody>(200);
    }

    private static async Task Post(HttpContext http)
    {
        var texts = http.RequestServices.GetRequiredService<TextCatalogue>();
        var (body, problem) = await JsonBody.Read(http, texts);
        if (problem is not null)
        {
            await problem.Write(http);
            return;
        }
        var handler = http.RequestServices.GetRequiredService<SubmitReport>();
        // A report once begun is written to its end, also when the phone lost its signal meanwhile.
        var answer = await handler.Handle(IncomingReport.FromApi(body!), CancellationToken.None);
        await (answer switch
        {
            Submitted.Accepted done => Write(http, StatusCodes.Status201Created, done.Receipt),
            Submitted.Again before => Write(http, StatusCodes.Status200OK, before.Receipt),
            Submitted.Refused refused => Problem.Of(refused.Faults, texts).Write(http),
            _ => Problem.Of(StatusCodes.Status409Conflict, texts.Official("intake.api.conflict")).Write(http),
        });
    }

    private static Task Write(HttpContext http, int status, Receipt receipt)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = JsonSerializer.SerializeToUtf8Bytes(ReceiptBody.Of(receipt), ApiJson.Default.ReceiptBody);
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }
}
