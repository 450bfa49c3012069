using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;

namespace Layar.Catalogue.Figures;

/// <summary>Which file a figure stands in.</summary>
internal enum FigureKind
{
    /// <summary>parameters.json: figures of the rules and of the application.</summary>
    Rule,

    /// <summary>statement-purposes.json: the highest decile for a letter.</summary>
    Letter,
}

/// <summary>One dated value that the office wrote over a figure of the files.</summary>
/// <param name="Value">null: a letter without ceiling</param>
internal sealed record FigureEntry(FigureKind Kind, string Code, int? Value, Validity Validity)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FigureEntry Read(FigureKind kind, string code, string entry, Faults faults)
    {
        using var document = JsonDocument.Parse(entry);
        var read = new Entry(faults, kind == FigureKind.Rule ? "parameters.json" : "statement-purposes.json", code, "", document.RootElement.Clone());
        var figure = new FigureEntry(kind, code, read.OptionalNumber("value"), read.Validity());
        if (kind == FigureKind.Rule && figure.Value is null) read.Fault("value", "is missing");
        read.Done();
        return figure;
    }

    /// <summary>An object with the fields of the files.</summary>
    public string Written() => new JsonObject
    {
        ["value"] = Value, ["validFrom"] = Validity.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["legalBasis"] = new JsonObject { ["id"] = Validity.LegalBasis.Id, ["en"] = Validity.LegalBasis.En }, ["awaitingConfirmation"] = Validity.AwaitingConfirmation,
    }.ToJsonString(Json);

    public static ParameterEntry Over(ParameterEntry seed, FigureEntry figure) =>
        Holding(seed with { Parameter = seed.Parameter with { Value = figure.Value!.Value } }, figure.Validity);

    public static ParameterEntry Holding(ParameterEntry entry, Validity validity) =>
        entry with { Parameter = entry.Parameter with { From = validity.From, To = validity.To }, Validity = validity };

    public static StatementPurpose Over(StatementPurpose seed, FigureEntry figure) => seed with { Ceiling = figure.Value, Validity = figure.Validity };

    public static StatementPurpose Holding(StatementPurpose purpose, Validity validity) => purpose with { Validity = validity };
}
