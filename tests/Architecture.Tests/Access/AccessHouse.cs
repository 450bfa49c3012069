using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Architecture.Tests.Access;

/// <summary>The application with one visitor per role and something to open behind every address.</summary>
public sealed class AccessHouse : StaffServer
{
    private readonly Dictionary<string, Visitor> visitors = [];
    private Dictionary<string, string>? made;

    public async Task<Visitor> As(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor)) visitors[role] = visitor = await this.SignedIn(role);
        return visitor;
    }

    /// <summary>The address with the things of this house in it.</summary>
    internal async Task<string> At(string sample)
    {
        foreach (var (name, value) in made ??= await Make()) sample = sample.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return sample;
    }

    /// <summary>The same with a secret case in the place of each.</summary>
    internal async Task<string> AtSecret(string sample)
    {
        _ = made ??= await Make();
        foreach (var name in (string[])["kasus", "kunjungan", "bersurat", "siap"]) sample = sample.Replace($"{{{name}}}", made["rahasia"], StringComparison.Ordinal);
        return await At(sample.Replace("{berkas}", $"{made["rahasia"]}/berkas/{{tidak-ada}}", StringComparison.Ordinal));
    }

    /// <summary>In: the page, or a step on to another one, or the page that says why the act cannot be done now.</summary>
    internal async Task<string> Opened(string role, string path)
    {
        var visitor = await As(role);
        var page = path.Contains("/kontak-pelapor/", StringComparison.Ordinal) ? await Revealed(visitor, path) : await visitor.Open(path);
        return (int)page.Status switch
        {
            200 or 409 => "in",
            302 when page.Location!.StartsWith("/petugas", StringComparison.Ordinal) => "in",
            403 or 404 => "out",
            var other => $"{other} {page.Location}",
        };
    }

    /// <summary>The reporter's number is shown by the press of a button only.</summary>
    private static async Task<Page> Revealed(Visitor visitor, string path)
    {
        var token = (await visitor.Open("/petugas")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        return await visitor.Send(path, new FormUrlEncodedContent([new("_t", token)]));
    }

    private async Task<Dictionary<string, string>> Make()
    {
        var (report, number) = await Reported();
        var verval = await this.Verval();
        return new()
        {
            ["kasus"] = number, ["laporan"] = report.ToString(), ["suara"] = await Spoken(report), ["kunjungan"] = await Planned(), ["siap"] = (await this.Case(new WantedCase { Step = CaseStep.LetterReady })).Number,
            ["bersurat"] = (await this.Case(new WantedCase { Step = CaseStep.LetterIssue, Service = "permakanan" })).Number, ["surat"] = await Drafted(),
            ["rahasia"] = (await this.Case(new WantedCase { Secret = true })).Number, ["dicatat"] = await Taken(), ["akun"] = (await this.StaffIdOf(Roles.Operator)).ToString(),
            ["orang"] = await Named("Orang Contoh"), ["orang-lain"] = await Named("Orang Lain"), ["rilis"] = await Uploaded(), ["versi"] = await Written(), ["uji"] = await Tried(), ["putaran"] = verval.Cycle.ToString(), ["baris"] = verval.Family.ToString(),
            ["anggota"] = verval.Member.ToString(), ["usulan"] = verval.Proposal.ToString(), ["berkas"] = await Attached(), ["tidak-ada"] = "0197a0de-0000-7000-8000-000000000000",
        };
    }

    private async Task<(Guid Report, string Number)> Reported()
    {
        var id = Guid.NewGuid();
        var body = new JsonObject
        {
            ["reportId"] = id.ToString(), ["for"] = "neighbour", ["problem"] = "lansia", ["emergency"] = false, ["story"] = "Nenek tinggal sendiri.", ["areaCode"] = "63.11.02.2004",
            ["person"] = new JsonObject { ["name"] = "Nenek Contoh", ["ageGroup"] = "elderly", ["sex"] = "P" }, ["contact"] = new JsonObject { ["channel"] = "whatsapp", ["value"] = "0812 3456 7890" },
            ["secrecy"] = "open", ["consentVersion"] = "2026-11", ["photos"] = 0, ["voice"] = true,
        };
        using var citizen = Visitor();
        var answer = await citizen.Http.PostAsJsonAsync("/api/laporan", body);
        return (id, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!);
    }

    private Task<string> Spoken(Guid report) => Within(async services =>
    {
        var id = new Intake.Contracts.ReportId(report);
        return (await services.GetRequiredService<Kernel.Data.AppDb>().Set<Intake.Voices.ReportVoice>().SingleAsync(v => v.ReportId == id)).Id.Value.ToString();
    });

    private async Task<string> Named(string name)
    {
        var form = (await (await As(Roles.Operator)).Open("/petugas/warga/baru")).Form("Simpan");
        return (await form.Set("Input.Name", name).Set("Input.Area", "63.11.02.2004").Set("Input.Source", "orangnya").Set("Sure", "true").Press("Simpan")).Location!.Split('/')[^1];
    }

    private async Task<string> Planned()
    {
        var opened = await this.Case(new WantedCase { Step = CaseStep.VisitPlanning });
        var day = DateTime.UtcNow.AddDays(2);
        while (day.DayOfWeek != DayOfWeek.Tuesday) day = day.AddDays(1);
        var form = (await (await As(Roles.Supervisor)).Open(opened.Path + "/kunjungan")).Form("Petugas yang berkunjung").Set("Day", day.ToString("yyyy-MM-dd")).Set("Sure", "true");
        await form.Press("Jadwalkan kunjungan");
        return opened.Number;
    }

    private async Task<string> Drafted()
    {
        var opened = await this.Case(new WantedCase { Step = CaseStep.LetterIssue, Service = "permakanan", Person = new() { Name = "Aminah Contoh", Sex = "P" } });
        var answer = await (await (await As(Roles.Manager)).Open(opened.Path + "/surat")).Form("Simpan konsep").Press("Simpan konsep");
        return answer.Location!.Split('/')[^1];
    }

    private async Task<string> Attached()
    {
        var opened = await this.Case(new WantedCase { Service = "sandang" });
        var (desk, path) = (await As(Roles.Operator), opened.Path + "/periksa");
        var paper = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();
        await (await desk.Open(path)).Form("Simpan").Attach("Documents[ktp].File", "ktp.pdf", "application/pdf", paper).Press("Simpan");
        return (await desk.Open(path)).Document.QuerySelector("a[href*='/berkas/']")!.GetAttribute("href")!["/petugas/kasus/".Length..];
    }

    private async Task<string> Uploaded()
    {
        var list = "nik;nama\n6311010101800000;AMINAH CONTOH\n"u8.ToArray();
        var answer = await (await (await As(Roles.Planner)).Open("/petugas/warga/registri/unggah")).Form("Unggah").Attach("Files", "desa.csv", "text/csv", list).Press("Unggah");
        return answer.Location!.Split('/')[^2];
    }

    private async Task<string> Written()
    {
        var form = (await (await As(Roles.Planner)).Open("/petugas/program/sandang/ubah")).Form("Simpan konsep");
        return (await form.Set("Input.Note", "Contoh").Press("Simpan konsep")).Location!.Split('/')[^1];
    }

    private async Task<string> Tried()
    {
        var answer = await (await (await As(Roles.Planner)).Open("/petugas/program/coba?kode=sandang")).Form("Mulai uji").Press("Mulai uji");
        for (var tries = 0; tries < 600 && (await (await As(Roles.Planner)).Open(answer.Location!)).Document.QuerySelector("#kemajuan[data-moving=yes]") is not null; tries++) await Task.Delay(200);
        return answer.Location!.Split('/')[^1];
    }

    private async Task<string> Taken()
    {
        var form = (await (await As(Roles.Operator)).Open("/petugas/lapor")).Form("Simpan laporan");
        var answer = await form.Set("Input.Whom", "neighbour").Set("Input.Problem", "sakit").Set("Input.Story", "Sakit sendirian").Set("Input.Landmark", "dekat pasar")
            .Set("Input.Contact", "0812 9999 1234").Press("Simpan laporan");
        return answer.Location!.Split('/')[^1];
    }
}
