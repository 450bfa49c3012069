using System.Text.Json;
using System.Text.Json.Serialization;
using Layar.Linkage.Comparison;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Pairs;

/// <summary>A field of a pair: how often its values agree so far in one person (m) and in two (u).</summary>
/// <param name="Same">m by level; a level left out counts as different</param>
/// <param name="Strangers">u by level</param>
/// <param name="Household">members of one household have it in common anyway</param>
/// <param name="ByRarity">exact agreement weighs by how rare the value is, when the caller knows that</param>
public sealed record PairField(string Name, FieldKind Kind, IReadOnlyDictionary<AgreementLevel, double> Same, IReadOnlyDictionary<AgreementLevel, double> Strangers, bool Household = false, bool ByRarity = false)
{
    /// <summary>Binary logarithm of m/u; 0 for a missing value.</summary>
    public double Weight(AgreementLevel level, double? share = null)
    {
        if (level == AgreementLevel.Missing) return 0;
        var known = Same.ContainsKey(level) && Strangers.ContainsKey(level) ? level : AgreementLevel.Different;
        var strangers = ByRarity && level == AgreementLevel.Exact && share is { } rare ? Math.Clamp(rare, 1e-9, 0.5) : Strangers[known];
        return Math.Log2(Same[known] / strangers);
    }
}

/// <summary>Weights for single pairs, as data: <c>{ "fields": [ { "name": "name", "kind": "fullName", "same": { "exact": 0.7, … }, "strangers": { … } } ] }</c>.</summary>
/// <param name="Review">binary logarithm of the odds from which somebody should look</param>
/// <param name="Likely">from which it is likely the same person</param>
public sealed record PairModel(IReadOnlyList<PairField> Fields, double Review, double Likely)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <exception cref="LinkageFault">when the text is no model, or a field lacks the level "different"</exception>
    public static PairModel Parse(string json)
    {
        try
        {
            var model = JsonSerializer.Deserialize<PairModel>(json, Json) ?? throw LinkageFault.OfUse("The pair model is empty.");
            if (model.Fields.FirstOrDefault(f => !f.Same.ContainsKey(AgreementLevel.Different) || !f.Strangers.ContainsKey(AgreementLevel.Different)) is { } lacking)
                throw LinkageFault.OfUse($"The field \"{lacking.Name}\" of the pair model lacks the level \"different\".");
            return model;
        }
        catch (JsonException wrong)
        {
            throw LinkageFault.OfUse($"The pair model is not readable: {wrong.Message}");
        }
    }
}
