using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Journeys.Tests.House;

/// <summary>What somebody else did before a journey begins, done over HTTP without a browser.</summary>
internal static class Prepared
{
    /// <summary>A report as an application would send it, with the way to its page.</summary>
    public static async Task<(Noted Noted, string Link)> Reported(this JourneyServer server)
    {
        var body = new JsonObject
        {
            ["reportId"] = Guid.NewGuid().ToString(), ["for"] = "neighbour", ["problem"] = "lansia", ["emergency"] = false, ["story"] = Reporting.Story, ["areaCode"] = "63.11.02.2004",
            ["person"] = new JsonObject { ["name"] = "Nenek Contoh", ["ageGroup"] = "elderly", ["sex"] = "P" },
            ["contact"] = new JsonObject { ["channel"] = "whatsapp", ["value"] = "0812 0000 7890" }, ["secrecy"] = "open", ["consentVersion"] = "2026-11", ["photos"] = 0,
        };
        using var machine = server.Visitor();
        var answer = (await (await machine.Http.PostAsJsonAsync("/api/laporan", body)).Content.ReadFromJsonAsync<JsonObject>())!;
        return (new Noted((string)answer["code"]!, (string)answer["pin"]!), (string)answer["link"]!);
    }

    public static async Task Asked(this JourneyServer server, Noted noted, string question)
    {
        using var desk = await server.SignedIn(Roles.Operator);
        await (await desk.Open(noted.CasePath + "/tanya")).Form("Minta kelengkapan").Set("Questions[0].Text", question).Press("Minta kelengkapan");
    }

    /// <summary>The case ended by the answer of an agency.</summary>
    public static async Task Answered(this JourneyServer server, Noted noted)
    {
        using var desk = await server.SignedIn(Roles.Operator);
        var refer = (await desk.Open(noted.CasePath + "/rujuk")).Form("Rujuk");
        var code = refer.Option("Input.Code");
        await refer.Set("Input.Code", code).Set("Input.Choice", "puskesmas").Set("Input.Words", "Puskesmas akan datang ke rumah.").Press("Rujuk");
        await (await desk.Open(noted.CasePath + "/jawaban-instansi")).Form("Catat jawaban").Set("Input.Words", "Nenek sudah dirawat di puskesmas.").Press("Catat jawaban");
    }

    /// <summary>A recommendation at some station of its way; gives its address.</summary>
    public static async Task<(OpenedCase Case, string Letter)> Letter(this JourneyServer server, string until = "Terbitkan surat")
    {
        var opened = await server.Case(new WantedCase
        {
            Step = CaseStep.LetterIssue, Division = "rehsos", Service = "permakanan",
            Person = new() { Name = "Aminah Contoh", Nik = "6311025208520003", BirthDate = new(1952, 8, 12), Sex = "P" },
        });
        using var manager = await server.SignedIn(Roles.Manager);
        var draft = (await manager.Open(opened.Path + "/surat")).Form("Ajukan persetujuan");
        var letter = (await draft.Press(until == "" ? "Simpan konsep" : "Ajukan persetujuan")).Location!;
        if (until is "" or "Ajukan") return (opened, letter);
        foreach (var (role, act) in new[] { (Roles.DivisionHead, "Paraf"), (Roles.Head, "Mengetahui") })
        {
            using var station = await server.SignedIn(role);
            await (await station.Open(letter)).Form(act).Press(act);
        }
        var issued = await (await (await manager.Open(letter)).Form("Terbitkan surat").Press("Terbitkan surat")).Follow();
        Assert.True(issued.Document.QuerySelector("a[href$='/berkas']") is not null, $"The letter was not given out: {string.Join("; ", issued.Errors)}");
        return (opened, letter);
    }
}
