using System.Text.RegularExpressions;
using Layar.Areas.Contracts;
using Layar.Kernel.Numbers;

namespace Layar.Intake.Submission;

/// <summary>Where it is: a village, a point, or words. Any one is enough.</summary>
internal static partial class PlaceRules
{
    private const int LongestLandmark = 300;

    internal readonly record struct Place(string? Area, double? Lat, double? Lon, int? Accuracy, string? Landmark);

    public static Place Check(ReportInput input, IAreas? areas, Action<string, string, object?[]> fault)
    {
        var area = PlainText.Line(input.AreaCode);
        var landmark = PlainText.Of(input.Landmark);
        var point = input.Lat is not null && input.Lon is not null;
        if (area is null && landmark is null && input.Lat is null && input.Lon is null) fault("areaCode", "where", []);
        if (area is not null && !Known(area, areas)) fault("areaCode", "area", []);
        if (landmark?.Length > LongestLandmark) fault("landmark", "landmark-long", [landmark.Length - LongestLandmark]);
        if ((input.Lat is null) != (input.Lon is null)) fault("lat", "point-half", []);
        // Indonesia; also catches the 0, 0 of a phone that has no fix yet.
        if (point && !(input.Lat is >= -11.5 and <= 6.5 && input.Lon is >= 94.5 and <= 141.5)) fault("lat", "point", []);
        if (input.AccuracyMetres is { } metres && !(metres is >= 0 and <= 1_000_000)) fault("accuracyMetres", "accuracy", []);
        return new Place(area, point ? input.Lat : null, point ? input.Lon : null, point && input.AccuracyMetres is >= 0 and <= 1_000_000 ? (int)input.AccuracyMetres : null, landmark);
    }

    /// <summary>A village of the table, or a well-formed code of another regency: people report from beyond the border too.</summary>
    private static bool Known(string code, IAreas? areas)
    {
        if (!Shape().IsMatch(code) || !Provinces.Has(code[..2])) return false;
        if (areas is null || areas.Find(code) is not null) return true;
        return areas.Find(code[..5]) is null;
    }

    [GeneratedRegex(@"^\d\d\.\d\d(\.\d\d(\.\d{4})?)?$")]
    private static partial Regex Shape();
}
