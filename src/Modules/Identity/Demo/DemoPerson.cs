using System.Text.RegularExpressions;

namespace Layar.Identity.Demo;

internal sealed partial record DemoPerson(string UserName, string Name, string? Division, string Areas)
{
    public static IReadOnlyList<DemoPerson> All()
    {
        using var stream = typeof(DemoPerson).Assembly.GetManifestResourceStream("Layar.Identity.Demo.demo-accounts.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Read)];
    }

    private static DemoPerson Read(string line)
    {
        var fields = Field().Matches(line.Trim()).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).ToList();
        return new DemoPerson(fields[0], fields[1], fields[2].Length == 0 ? null : fields[2], fields[3]);
    }

    [GeneratedRegex("""(?:^|,)(?:"([^"]*)"|([^,]*))""")]
    private static partial Regex Field();
}
