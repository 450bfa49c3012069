using Layar.Cases.Contracts;
using Layar.Cases.Files;

namespace Layar.Host.Demo;

/// <summary>What the moves of a case leave behind in the other rooms: merged cases, visits, letters, answers to the survey.</summary>
internal sealed class DemoRemains
{
    private readonly Dictionary<string, CaseId> latestByDistrict = [];

    public void Begin(CaseFile file)
    {
        if (file.District is { } district && !latestByDistrict.ContainsKey(district)) latestByDistrict[district] = file.Id;
    }

    public void Happened(CaseFile file, CaseActKind act, DateTime at, Random random)
    {
        if (act == CaseActKind.Merge) file.MergedInto = latestByDistrict.GetValueOrDefault(file.District ?? "");
        if (act == CaseActKind.MarkComplete && file.District is { } district) latestByDistrict[district] = file.Id;
    }
}
