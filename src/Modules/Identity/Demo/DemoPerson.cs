using System.Text.RegularExpressions;

namespace Layar.Identity.Demo;

/// <summary>An invented officer. Heads bear the names of the officials of the instance, so that who signs is who signs in.</summary>
internal sealed partial record DemoPerson(string UserName, string Role, string Name, string? Division, string Areas)
{
    private const string Usual = "63.11";

    public static IReadOnlyList<DemoPerson> All(string area)
    {
        using var stream = Open(area) ?? Open(Usual)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Read)];
    }

    private static DemoPerson Read(string line)
    {
        var fields = Field().Matches(line.Trim()).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).ToList();
        return new DemoPerson(fields[0], fields[1], fields[2], fields[3].Length == 0 ? null : fields[3], fields[4]);
    }

    private static Stream? Open(string area) => typeof(DemoPerson).Assembly.GetManifestResourceStream($"Layar.Identity.Demo.demo-accounts.{area}.csv");

    [GeneratedRegex("""(?:^|,)(?:"([^"]*)"|([^,]*))""")]
    private static partial Regex Field();
}
