namespace Layar.Kernel.Mail;

/// <summary>
/// The office's mail server as the settings name it: <c>smtp://user:password@host:587?from=layar@example.go.id</c>; <c>smtps</c> asks for TLS,
/// <c>&amp;patience=20</c> says for how many seconds an answer is waited for.
/// </summary>
public sealed record MailRoad(string Host, int Port, bool Tls, string? User, string? Password, string From)
{
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <returns>null when nothing is named: then no mail is sent</returns>
    /// <exception cref="ArgumentException">when the text cannot be read; the password is not repeated</exception>
    public static MailRoad? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            throw new ArgumentException("'smtp' must look like smtp://user:password@host:587?from=layar@example.go.id.");
        var said = uri.Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1]);
        var from = said.GetValueOrDefault("from");
        if (from is null || !System.Net.Mail.MailAddress.TryCreate(Uri.UnescapeDataString(from), out var sender)) throw new ArgumentException("'smtp' names no sender; add ?from=layar@example.go.id.");
        var patience = 20.0;
        if (said.TryGetValue("patience", out var seconds) && !(double.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out patience) && patience is >= 0.1 and <= 300))
            throw new ArgumentException("'smtp' names a patience that is no number of seconds from 0.1 to 300.");
        var who = uri.UserInfo.Split(':', 2);
        return new MailRoad(uri.Host, uri.Port > 0 ? uri.Port : 25, uri.Scheme == "smtps",
            who[0].Length > 0 ? Uri.UnescapeDataString(who[0]) : null, who.Length > 1 ? Uri.UnescapeDataString(who[1]) : null, sender.Address) { Patience = TimeSpan.FromSeconds(patience) };
    }

    public override string ToString() => $"{Host}:{Port}";
}
