using System.Text.Json.Nodes;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class BrokenDataTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("layar-catalogue").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("services.json", "sandang", "\"code\": \"foto-badan\"", "\"code\": \"foto-jantung\"", "documents: unknown document 'foto-jantung'")]
    [InlineData("services.json", "rujukan-panti", "\"role\": \"kabid\"", "\"role\": \"camat\"", "approval[1].role: unknown role 'camat'")]
    [InlineData("services.json", "kube", "\"workingDays\": 14", "\"workingDays\": \"dua\"", "workingDays: must be a whole number")]
    [InlineData("problems.json", "lansia", "\"icon\": \"old\"", "\"ikon\": \"old\"", "ikon: this field is unknown")]
    [InlineData("tiles.json", "cuaca", "\"en\": \"Weather\"", "\"en\": \"\"", "name.en: the English text is missing")]
    [InlineData("documents.json", "ktp", "\"code\": \"kk\"", "\"code\": \"ktp\"", "code: stands twice")]
    [InlineData("clocks.json", "visit", "\"key\": \"visit\"", "\"key\": \"visite\"", "key: the clock is missing")]
    [InlineData("reasons.json", "tolak-lewat-waktu", "\"objection\": \"keberatan\"", "\"objection\": \"takada\"", "objection: unknown way to object 'takada'")]
    [InlineData("instances/63.11/officials.json", "kabid-pmd", "\"kind\": \"plt\"", "\"kind\": \"pj\"", "kind: 'pj' is none of definitive, plt, plh")]
    [InlineData("instances/63.11/instance.json", "63.11", "\"city\": \"Paringin\"", "\"city\": \"Paringin\", \"androidApps\": [{ \"package\": \"layar\", \"fingerprints\": [\"AB\"] }]", "androidApps[0].package: must be a name such as id.go.balangan.layar")]
    [InlineData("instances/63.11/instance.json", "63.11", "\"city\": \"Paringin\"", "\"city\": \"Paringin\", \"androidApps\": [{ \"package\": \"id.go.layar\", \"fingerprints\": [\"AB\"] }]", "androidApps[0].fingerprints: 'AB' must be 32 bytes as AB:CD:…")]
    [InlineData("programmes.json", "sembako", "desil <= batas(\\\"desil_sembako\\\")", "desill <= batas(\\\"desil_sembako\\\")", "rule: line 1, column 1: desill tidak ada dalam daftar data. Maksud Anda desil?")]
    [InlineData("programmes.json", "pkh", "\"service\": \"usul-data\"", "\"service\": \"usul\"", "service: unknown service 'usul'")]
    [InlineData("programmes.json", "sembako", "\"exclusiveWith\": [\"pkh\", \"sembako\"]", "\"exclusiveWith\": [\"pkh\"]", "exclusiveWith: 'blt-dd' does not exclude it in turn")]
    [InlineData("programmes.json", "pkh", "\"mostPersons\": 4", "\"mostPersons\": 0", "mostPersons: must be 1 or more")]
    [InlineData("facts.json", "dan", "\"code\": \"kuliah\"", "\"code\": \"dan\"", "code: is a word of the language")]
    [InlineData("parameters.json", "hari_santunan", "\"value\": 90", "\"value\": 3000000000", "value: must be a whole number")]
    [InlineData("programmes.json", "pbi-reaktivasi", "\"validFrom\": \"2019-01-01\"", "\"validFrom\": \"2018-01-01\"", "rule: batas(\"bulan_reaktivasi\") has no value on every day from 2018-01-01")]
    [InlineData("self-check.json", "jkn", "\"choice\": \"mandiri\"", "\"choice\": \"gratisan\"", "options: unknown choice 'gratisan' of jaminan_kesehatan")]
    [InlineData("self-check.json", "usia", "\"fact\": \"usia\"\n", "\"fact\": \"hamil\"\n", "fact: 'hamil' is no number")]
    public void A_fault_names_file_entry_and_field(string file, string entry, string good, string bad, string said)
    {
        Spoil(file, text => text.Replace(good, bad));
        Assert.Contains($"{file}: {entry}: {said}", Faults());
    }

    [Fact]
    public void A_circle_of_conditions_is_drawn()
    {
        SpoilAssessment(questions => questions["pekerjaan"]!["visibleIf"] = JsonNode.Parse("""[{ "question": "pekerjaan", "is": ["tani"] }]"""));
        Assert.Contains("assessment.json: 1: question pekerjaan.visibleIf: circular: pekerjaan → pekerjaan", Faults());
    }

    [Fact]
    public void A_condition_on_an_answer_that_does_not_exist_is_found()
    {
        SpoilAssessment(questions => questions["pekerjaan"]!["visibleIf"]![0]!["is"]![0] = "mungkin");
        Assert.Contains("assessment.json: 1: question pekerjaan.visibleIf: 'kepala-bekerja' has no answer 'mungkin'", Faults());
    }

    [Fact]
    public void Two_entries_with_one_code_are_found()
    {
        Spoil("labels.json", text => text.Replace("\"code\": \"kambuh\"", "\"code\": \"odgj\""));
        Assert.Contains("labels.json: odgj: code: stands twice", Faults());
    }

    [Fact]
    public void What_is_no_JSON_tells_the_line()
    {
        Spoil("tiles.json", _ => "{\n \"entries\": [ oops ]\n}");
        Assert.Contains(Faults(), f => f.StartsWith("tiles.json: (file): line 2: is not JSON", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_the_office_takes_the_place_of_the_shipped_one()
    {
        Spoil("instances/63.11/instance.json", text => text.Replace("Layar Sibalang", "Layar Uji"));
        Assert.Equal("Layar Uji", CatalogueModule.Load(new() { Directory = directory }).Instance.ProductName);
    }

    [Fact]
    public void An_unknown_area_names_the_missing_file() => Assert.Contains(
        "instances/99.99/instance.json: (file): the file is missing",
        Assert.Throws<CatalogueDataException>(() => CatalogueModule.Load(new() { Area = "99.99" })).Faults);

    private IReadOnlyList<string> Faults() =>
        Assert.Throws<CatalogueDataException>(() => CatalogueModule.Load(new() { Directory = directory })).Faults;

    private void SpoilAssessment(Action<Dictionary<string, JsonNode?>> change) => Spoil("assessment.json", text =>
    {
        var root = JsonNode.Parse(text)!;
        change(root["forms"]![0]!["groups"]!.AsArray().SelectMany(g => g!["questions"]!.AsArray()).ToDictionary(q => (string)q!["code"]!));
        return root.ToJsonString();
    });

    private void Spoil(string file, Func<string, string> change)
    {
        using var shipped = typeof(CatalogueModule).Assembly.GetManifestResourceStream($"catalogue-data/{file}")!;
        var text = change(new StreamReader(shipped).ReadToEnd());
        var path = Path.Combine(directory, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
