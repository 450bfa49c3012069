using Layar.Catalogue.Contracts;
using Layar.Catalogue.Triage;

namespace Layar.Catalogue.Loading;

internal static class CatalogueLoader
{
    /// <exception cref="CatalogueDataException">With every fault found, not only the first.</exception>
    public static CatalogueContent Load(CatalogueSettings settings)
    {
        var files = new DataFiles(settings.Directory);
        var faults = new Faults();
        DataFile File(string path) => DataFile.Read(files, faults, path);

        var objections = File("objections.json").List(e => (Code: e.Code(), Text: e.Text("text")))
            .DistinctBy(o => o.Code).ToDictionary(o => o.Code, o => o.Text, StringComparer.Ordinal);
        var content = new CatalogueContent
        {
            Instance = InstanceReader.Read(files, faults, settings.Area),
            AllServices = File("services.json").List(ServiceReader.Read, versioned: true),
            Tiles = File("tiles.json").List(VocabularyReaders.Tile),
            Problems = File("problems.json").List(VocabularyReaders.Problem),
            Documents = File("documents.json").List(VocabularyReaders.Document),
            Ppks = File("ppks.json").List(VocabularyReaders.Ppks),
            Labels = File("labels.json").List(VocabularyReaders.Label),
            AllAgencies = File("agencies.json").List(VocabularyReaders.Agency),
            Reasons = File("reasons.json").List(e => VocabularyReaders.Reason(e, objections)),
            Clocks = File("clocks.json").List(VocabularyReaders.Clock, key: "key", versioned: true),
            Purposes = File("statement-purposes.json").List(VocabularyReaders.Purpose, versioned: true),
            Retention = File("retention.json").List(VocabularyReaders.Retention, versioned: true),
            Forms = File("assessment.json").List(AssessmentReader.Read, "forms", "version"),
            Emergency = File("emergency.json").List(VocabularyReaders.Emergency, key: "number"),
            Lexicon = Lexicon.Read(File("lexicon.json")),
            Facts = File("facts.json").List(ProgrammeReaders.Fact),
            Parameters = File("parameters.json").List(ProgrammeReaders.Parameter, versioned: true),
            Check = File(CheckReader.File).List(CheckReader.Question),
            Known = File(TraceReader.File).List(TraceReader.Mapping),
            Trust = File(TraceReader.File).List(TraceReader.Trust, "trust", "kind", versioned: true),
            Programmes = File("programmes.json").List(ProgrammeReaders.Programme, versioned: true),
        };
        CrossChecks.Check(content, faults);
        content = content with { Rules = RuleBook.Read(content, faults) };
        CheckReader.Check(content, faults);
        TraceReader.Check(content, faults);
        return faults.All.Count == 0 ? content : throw new CatalogueDataException(faults.All);
    }
}
