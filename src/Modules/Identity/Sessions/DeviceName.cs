namespace Layar.Identity.Sessions;

/// <summary>Browser and system in the words of the person who looks for a foreign session, nothing finer.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Of(string userAgent) => string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.Where(n => n is not null))
        is { Length: > 0 } name ? name : "-";

    private static string? Find((string Mark, string Name)[] table, string userAgent) =>
        table.FirstOrDefault(t => userAgent.Contains(t.Mark, StringComparison.Ordinal)).Name;
}
