namespace Layar.Kernel.Mail;

/// <summary>The office's mail server as the settings name it: <c>smtp://user:password@host:587?from=layar@example.go.id</c>; <c>smtps</c> asks for TLS.</summary>
public sealed record MailRoad(string Host, int Port, bool Tls, string? User, string? Password, string From)
{
    /// <returns>null when nothing is named: then no mail is sent</returns>
    /// <exception cref="ArgumentException">when the text cannot be read; the password is not repeated</exception>
    public static MailRoad? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            throw new ArgumentException("'smtp' must look like smtp://user:password@host:587?from=layar@example.go.id.");
        var from = uri.Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == "from")?.ElementAtOrDefault(1);
        if (from is null || !System.Net.Mail.MailAddress.TryCreate(Uri.UnescapeDataString(from), out var sender)) throw new ArgumentException("'smtp' names no sender; add ?from=layar@example.go.id.");
        var who = uri.UserInfo.Split(':', 2);
        return new MailRoad(uri.Host, uri.Port > 0 ? uri.Port : 25, uri.Scheme == "smtps",
            who[0].Length > 0 ? Uri.UnescapeDataString(who[0]) : null, who.Length > 1 ? Uri.UnescapeDataString(who[1]) : null, sender.Address);
    }

    public override string ToString() => $"{Host}:{Port}";
}
