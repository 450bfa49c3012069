using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Layar.Intake.Tests.Api;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class ValidationTests(IntakeServer server)
{
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "reportId", "\"abc\"", "reportId", "UUID" },
        { "for", "\"dog\"", "for", "Pilih untuk siapa laporan ini" },
        { "problem", "\"none\"", "problem", "Pilih apa yang terjadi" },
        { "service", "\"none\"", "service", "Layanan ini tidak ada" },
        { "story", "\"  \"", "story", "Ceritakan keadaannya" },
        { "story", "\"" + new string('a', 2120) + "\"", "story", "Kurangi 120 huruf" },
        { "areaCode", "\"63\"", "areaCode", "Desa ini tidak ada" },
        { "areaCode", "\"63.11.02.9999\"", "areaCode", "Desa ini tidak ada" },
        { "areaCode", "\"99.99.99.9999\"", "areaCode", "Desa ini tidak ada" },
        { "lat", "0.0", "lat", "lokasi belum lengkap" },
        { "accuracyMetres", "-5", "accuracyMetres", "meter" },
        { "landmark", "\"" + new string('b', 301) + "\"", "landmark", "Kurangi 1 huruf" },
        { "person", "{\"sex\":\"X\"}", "person.sex", "Pilih laki-laki" },
        { "person", "{\"ageGroup\":\"old\"}", "person.ageGroup", "umurnya" },
        { "person", "{\"nik\":\"123\"}", "person.nik", "16 angka" },
        { "person", "{\"name\":\"" + new string('c', 151) + "\"}", "person.name", "150" },
        { "contact", "{\"channel\":\"phone\",\"value\":\"12\"}", "contact.value", "Tulis nomor HP, misalnya 0812 3456 7890" },
        { "contact", "{\"channel\":\"pigeon\",\"value\":\"1\"}", "contact.channel", "Pilih cara" },
        { "secrecy", "\"hidden\"", "secrecy", "Pilih siapa" },
        { "photos", "6", "photos", "Paling banyak 5 foto" },
        { "emergency", "\"yes\"", "emergency", "tidak sesuai" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Each_fault_is_told_at_its_field_in_Indonesian(string field, string value, string at, string words)
    {
        using var visitor = server.Visitor();
        var (status, body) = await IntakeServer.Post(visitor, IntakeServer.Body(change: b => b[field] = JsonNode.Parse(value)));
        Assert.Equal(400, status);
        Assert.Contains(words, (string)body["errors"]![at]![0]!);
    }

    [Fact]
    public async Task A_place_is_needed_and_any_one_is_enough()
    {
        using var visitor = server.Visitor();
        static void Nowhere(JsonObject b) { b.Remove("areaCode"); b.Remove("landmark"); }
        var (none, body) = await IntakeServer.Post(visitor, IntakeServer.Body(change: Nowhere));
        Assert.Equal(400, none);
        Assert.Contains("Pilih desa, pakai lokasi, atau tulis petunjuk tempatnya", body.ToJsonString().Replace("\\u002C", ","));
        var (point, _) = await IntakeServer.Post(visitor, IntakeServer.Body(change: b => { Nowhere(b); b["lat"] = -2.2; b["lon"] = 115.6; }));
        Assert.Equal(201, point);
        var (ocean, _) = await IntakeServer.Post(visitor, IntakeServer.Body(change: b => { Nowhere(b); b["lat"] = 0; b["lon"] = 0; }));
        Assert.Equal(400, ocean);
    }

    [Fact]
    public async Task A_photo_or_a_voice_note_stands_for_the_story()
    {
        using var visitor = server.Visitor();
        Assert.Equal(201, (await IntakeServer.Post(visitor, IntakeServer.Body(change: b => { b.Remove("story"); b["photos"] = 1; }))).Status);
        Assert.Equal(201, (await IntakeServer.Post(visitor, IntakeServer.Body(change: b => { b.Remove("story"); b["voice"] = true; }))).Status);
    }

    [Fact]
    public async Task Control_signs_in_the_words_do_no_harm()
    {
        using var visitor = server.Visitor();
        Assert.Equal(201, (await IntakeServer.Post(visitor, IntakeServer.Body(change: b => b["story"] = "sakit\u0000 keras\u001b[31m 😀"))).Status);
    }

    public static TheoryData<string, string, int> Broken => new()
    {
        { "", "application/json", 400 },
        { "null", "application/json", 400 },
        { "[]", "application/json", 400 },
        { "12", "application/json", 400 },
        { "{", "application/json", 400 },
        { "{}", "application/json", 400 },
        { "{}{}", "application/json", 400 },
        { "{\"lat\":NaN}", "application/json", 400 },
        { "{\"lat\":1e999}", "application/json", 400 },
        { "{\"photos\":1e20}", "application/json", 400 },
        { "{\"photos\":1.5}", "application/json", 400 },
        { "{\"story\":\"\\ud800\"}", "application/json", 400 },
        { "{\"person\":[]}", "application/json", 400 },
        { "{\"contact\":\"x\"}", "application/json", 400 },
        { string.Concat(Enumerable.Repeat("{\"person\":", 500)), "application/json", 400 },
        { "{\"x\":" + string.Concat(Enumerable.Repeat("[", 5000)), "application/json", 400 },
        { "{\"story\":\"" + new string('x', 40_000) + "\"}", "application/json", 413 },
        { "{}", "text/plain", 415 },
        { "a=b", "application/x-www-form-urlencoded", 415 },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task Whatever_is_sent_the_answer_is_a_problem_and_never_a_failure(string body, string type, int expected)
    {
        using var visitor = server.Visitor();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var answer = await visitor.Http.PostAsync("/api/laporan", content);
        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Random_damage_to_a_good_report_never_fails_the_server()
    {
        using var visitor = server.Visitor();
        var random = new Random(20261121);
        for (var i = 0; i < 200; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(IntakeServer.Body().ToJsonString());
            for (var n = random.Next(1, 6); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var answer = await visitor.Http.PostAsync("/api/laporan", content);
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}: {Convert.ToBase64String(bytes)}");
        }
    }

    [Fact]
    public async Task The_catalogue_lists_problems_and_services_with_documents()
    {
        using var visitor = server.Visitor();
        var (status, body) = await IntakeServer.Get(visitor, "/api/layanan");
        Assert.Equal((int)HttpStatusCode.OK, status);
        Assert.Contains(body["problems"]!.AsArray(), p => (string)p!["code"]! == "lansia");
        Assert.Contains(body["services"]!.AsArray(), s => s!["documents"]!.AsArray().Count > 0);
    }
}
