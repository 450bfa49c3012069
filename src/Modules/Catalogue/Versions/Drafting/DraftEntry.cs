using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>Writes a form as an object of programmes.json, on top of the version it began from: what the form does not ask stays as it was.</summary>
internal static partial class DraftEntry
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="input">checked</param>
    /// <param name="before">object of the version it began from; null for a new programme</param>
    /// <param name="service">whose words the entry leaves out</param>
    public static string Write(DraftInput input, string? before, Service service)
    {
        var entry = before is null ? [] : JsonNode.Parse(before)!.AsObject();
        var papers = entry["documents"] as JsonArray;
        Set(entry, "code", input.Code);
        Set(entry, "kind", Kebab(input.Kind));
        Set(entry, "level", Kebab(input.Level));
        Set(entry, "unit", Kebab(input.Unit));
        Set(entry, "service", service.Code);
        Set(entry, "division", input.Division == service.Division ? null : input.Division);
        Set(entry, "name", Unless(service.Name, input.Name, input.NameEn));
        Set(entry, "benefit", Unless(service.Description, input.Benefit, input.BenefitEn));
        Set(entry, "rule", input.Rule?.Trim());
        Set(entry, "amounts", new JsonArray([.. input.Amounts.Where(a => !a.IsEmpty).Select(Amount)]));
        Set(entry, "components", input.Components.All(c => c.IsEmpty) ? null : new JsonArray([.. input.Components.Where(c => !c.IsEmpty).Select(Component)]));
        Set(entry, "mostPersons", input.MostPersons);
        Set(entry, "quota", Text(input.Quota, input.QuotaEn));
        Set(entry, "places", input.Places);
        Set(entry, "budget", input.BudgetRupiah is null ? null : new JsonObject { ["rupiah"] = input.BudgetRupiah, ["year"] = input.BudgetYear, ["line"] = input.BudgetLine?.Trim() });
        Set(entry, "exclusiveWith", new JsonArray([.. input.Exclusive.Where(e => !string.IsNullOrWhiteSpace(e)).Distinct().Select(e => JsonValue.Create(e))]));
        Set(entry, "documents", Papers(input, papers, service));
        Set(entry, "workingDays", input.WorkingDays is null || input.WorkingDays == service.WorkingDays ? null : input.WorkingDays);
        Set(entry, "cost", Unless(service.Cost, input.Cost, input.CostEn));
        Set(entry, "spm", Spm(input, service));
        Set(entry, "validFrom", Day(input.From));
        Set(entry, "validTo", Day(input.To));
        Set(entry, "legalBasis", Text(input.Basis, input.BasisEn));
        Set(entry, "awaitingConfirmation", input.Awaits);
        return entry.ToJsonString(Json);
    }

    /// <summary>The same entry with another first day, which the person who puts it in force may choose.</summary>
    public static string From(string entry, DateOnly day)
    {
        var changed = JsonNode.Parse(entry)!.AsObject();
        changed["validFrom"] = Day(day);
        return changed.ToJsonString(Json);
    }

    private static JsonObject Amount(AmountRow row) =>
        new() { ["rupiah"] = row.Rupiah, ["per"] = Kebab(row.Per), ["for"] = Text(row.For, row.ForEn), ["awaitingConfirmation"] = row.Awaits };

    private static JsonObject Component(ComponentRow row)
    {
        var component = new JsonObject { ["code"] = row.Code?.Trim(), ["name"] = Text(row.Name, row.NameEn), ["rule"] = row.Rule?.Trim(), ["yearlyRupiah"] = row.Yearly, ["awaitingConfirmation"] = row.Awaits };
        if (row.Most is { } most) component["most"] = most;
        return component;
    }

    /// <summary>Null when they are those of the service. What the form does not ask of a paper stays.</summary>
    private static JsonArray? Papers(DraftInput input, JsonArray? before, Service service)
    {
        var rows = input.Papers.Where(p => !p.IsEmpty).DistinctBy(p => p.Code).ToList();
        if (before is null && rows.Select(r => (r.Code!, r.Need)).SequenceEqual(service.Requirements.Select(r => (r.Document, r.Need)))) return null;
        return new([.. rows.Select(row =>
        {
            var paper = before?.OfType<JsonObject>().FirstOrDefault(b => (string?)b["code"] == row.Code)?.DeepClone().AsObject() ?? new JsonObject { ["code"] = row.Code };
            if (row.Need == RequirementNeed.Required) paper.Remove("need");
            else paper["need"] = Kebab(row.Need);
            if (row.Need == RequirementNeed.OneOf) paper["group"] ??= "salah-satu";
            else paper.Remove("group");
            return (JsonNode)paper;
        })]);
    }

    private static JsonObject? Spm(DraftInput input, Service service) => input.SpmService is not { } number || new SpmMark(number, input.SpmComponent!) == service.Spm
        ? null : new() { ["service"] = number, ["component"] = input.SpmComponent };

    private static JsonObject? Unless(LocalText service, string? id, string? en) =>
        id?.Trim() == service.Id && (string.IsNullOrWhiteSpace(en) || en.Trim() == service.En) ? null : Text(id, en);

    /// <summary>Who writes no English leaves the Indonesian words to English readers.</summary>
    private static JsonObject? Text(string? id, string? en) =>
        string.IsNullOrWhiteSpace(id) ? null : new JsonObject { ["id"] = id.Trim(), ["en"] = string.IsNullOrWhiteSpace(en) ? id.Trim() : en.Trim() };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Kebab<T>(T choice) where T : struct, Enum => UpperInside().Replace(choice.ToString(), "-$0").ToLowerInvariant();

    private static void Set(JsonObject entry, string field, JsonNode? value)
    {
        entry.Remove(field);
        if (value is not null) entry[field] = value;
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex UpperInside();
}
