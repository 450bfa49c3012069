using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>Keys are rotated while people work: no page fails, and what was written before, during and after is read.</summary>
[Trait("Kind", "slice")]
public sealed class RotationTests : IAsyncLifetime
{
    private const int Citizens = 2;
    private readonly ConcurrentQueue<(string Code, string Link)> sent = new();
    private readonly ConcurrentQueue<string> wrong = new();
    private int opened;
    private LiveProgram program = null!;
    private Visitor desk = null!;
    private IReadOnlyList<string> cases = [];

    public async ValueTask InitializeAsync()
    {
        program = await LiveProgram.DemoHere("--cases", "40", "--letters", "0");
        await program.Start();
        await ComeIn();
    }

    [Fact]
    public async Task Keys_are_rotated_while_the_program_runs_and_every_page_answers()
    {
        await Send();
        using var done = new CancellationTokenSource();
        var people = Enumerable.Range(0, Citizens).Select(_ => Task.Run(() => Until(done.Token, Send))).Append(Task.Run(() => Until(done.Token, OpenCases))).ToList();
        foreach (var key in (int[])[2, 3])
        {
            var (before, told) = (Volatile.Read(ref opened), sent.Count);
            var rotated = await Terminal.Run("rotate-keys", "--data", program.Folder, "--db", program.Db);
            Assert.True(rotated.Code == 0, rotated.Said);
            Assert.Contains($"Key {key} is current", rotated.Output);
            await More(before, told);
        }
        await done.CancelAsync();
        await Task.WhenAll(people);
        var old = await Contacts("<>", 3);
        await Send();
        Assert.Equal((old, true), (await Contacts("<>", 3), await Contacts("=", 3) > 0));
        await OpenEverything();
        await program.Kill();
        await program.Start();
        desk.Dispose();
        await ComeIn();
        await OpenEverything();
        Assert.Empty(wrong);
        Assert.Equal(0, (await Terminal.Run("verify-audit", "--data", program.Folder, "--db", program.Db)).Code);
    }

    private async Task ComeIn()
    {
        desk = new Visitor(program.Address);
        Assert.NotNull((await desk.SignIn(Roles.Operator, StaffSignIn.DemoPassword)).Location);
        cases = [.. (await desk.Open("/petugas/kasus")).Document.QuerySelectorAll("a[href^='/petugas/kasus/BLG-']").Select(a => a.GetAttribute("href")!).Distinct().Take(12)];
        Assert.True(cases.Count > 5, $"{cases.Count} cases are in the list");
    }

    /// <summary>Somebody tells of a need and follows the own link, which is found by its blind index.</summary>
    private async Task Send()
    {
        using var citizen = program.Http();
        using var answer = await citizen.PostAsJsonAsync("/api/laporan", new
        {
            reportId = Guid.CreateVersion7(), @for = "neighbour", problem = "lansia", story = "Nenek tinggal sendiri.", areaCode = "63.11.02.2004", secrecy = "open",
            contact = new { channel = "whatsapp", value = "0812 3456 7890" },
        });
        var said = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            wrong.Enqueue($"a report: {answer.StatusCode} {said}");
            return;
        }
        var report = JsonNode.Parse(said)!;
        sent.Enqueue(((string)report["code"]!, (string)report["link"]!));
        await Opens(citizen, (string)report["link"]!);
    }

    private async Task OpenCases()
    {
        foreach (var path in cases) await Opens(desk.Http, path);
    }

    /// <summary>Cases of the demo, and reports from before, during and after the rotations.</summary>
    private async Task OpenEverything()
    {
        await OpenCases();
        foreach (var (code, link) in sent.Take(3).Concat(sent.TakeLast(3)))
        {
            await Opens(desk.Http, $"/petugas/kasus/{code}");
            await Opens(desk.Http, link);
        }
    }

    private async Task Opens(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        if (answer.StatusCode != HttpStatusCode.OK) wrong.Enqueue($"{path}: {answer.StatusCode}");
        Interlocked.Increment(ref opened);
    }

    /// <summary>Reports whose contact is sealed with this key, or with another one.</summary>
    private Task<long> Contacts(string than, int key) => program.Ask(TestDatabase.Kind == DatabaseKind.Sqlite
        ? $"SELECT COUNT(*) FROM report WHERE substr(sealed_contact, 2, 4) {than} x'{key:x8}'"
        : $"SELECT COUNT(*) FROM report WHERE substring(sealed_contact from 2 for 4) {than} decode('{key:x8}', 'hex')");

    /// <summary>However slow the machine is, everybody has done something since.</summary>
    private async Task More(int before, int told)
    {
        for (var i = 0; Volatile.Read(ref opened) < before + 30 || sent.Count < told + Citizens; i++)
        {
            Assert.True(i < 1_200 && wrong.IsEmpty, $"{opened} pages, {sent.Count} reports; {string.Join("; ", wrong.Take(5))}");
            await Task.Delay(50);
        }
    }

    private static async Task Until(CancellationToken done, Func<Task> work)
    {
        while (!done.IsCancellationRequested) await work();
    }

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        return program.DisposeAsync();
    }
}
