namespace Layar.Catalogue.Contracts;

/// <summary>The office that this installation serves.</summary>
public sealed record Instance
{
    /// <summary>Kemendagri code, <c>63.11</c>.</summary>
    public required string Area { get; init; }
    public required string TicketPrefix { get; init; }
    public required string ProductName { get; init; }

    /// <summary>Under the icon of the app on a phone.</summary>
    public required string AppName { get; init; }
    public required LocalText ProductLongName { get; init; }
    public required LocalText Tagline { get; init; }
    public required string Government { get; init; }
    public required string Office { get; init; }
    public required string OfficeShort { get; init; }
    public required string AreaName { get; init; }
    public required IReadOnlyList<string> Letterhead { get; init; }
    public required string Address { get; init; }
    public required bool AddressAwaitingConfirmation { get; init; }
    public required string City { get; init; }
    public required string EmergencyPhone { get; init; }
    public required string WhatsApp { get; init; }
    public required string Email { get; init; }
    public required string Website { get; init; }
    public required string LetterUnit { get; init; }
    public required string TimeZone { get; init; }
    public required LocalText ServiceHours { get; init; }
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Apps for Android that show this installation as their own.</summary>
    public required IReadOnlyList<AndroidApp> AndroidApps { get; init; }
    public required IReadOnlyList<Division> Divisions { get; init; }
    public required IReadOnlyList<Official> Officials { get; init; }

    /// <summary>
    /// Who signs for a position on a day: a Plh first (the holder is away), then a Plt (the chair is empty), then the holder.
    /// Null when nobody holds it.
    /// </summary>
    public Official? OfficialFor(string position, DateOnly day) =>
        Officials.Where(o => o.Position == position && o.From <= day && (o.To is null || day <= o.To))
            .OrderByDescending(o => o.Kind).FirstOrDefault();

    /// <summary>The office's channel for reports that came in this way; the one of the website when the office has none of its own.</summary>
    public string ChannelOf(string way) => (Channels.FirstOrDefault(c => c.Way == way) ?? Channels.First(c => c.Way == "web")).Code;

    public Division? DivisionOf(string service) => Divisions.FirstOrDefault(d => d.Services.Contains(service));
}

/// <summary>A way to the office under the office's own name.</summary>
/// <param name="Way">by which reports of this channel are taken in: web, whatsapp, phone, walk-in or village; null when none are</param>
public sealed record Channel(string Code, LocalText Name, string Address, bool Public, string? Way);

/// <summary>An app that the office has put into a shop for Android: a Trusted Web Activity without a bar for the address.</summary>
/// <param name="Fingerprints">SHA-256 of the certificates that sign it, as <c>AB:CD:…</c>, 32 bytes each</param>
public sealed record AndroidApp(string Package, IReadOnlyList<string> Fingerprints);

/// <summary>A bidang with the services it owns.</summary>
public sealed record Division(string Code, LocalText Name, string HeadPosition, IReadOnlyList<string> Services);

public sealed record Official
{
    public required string Position { get; init; }
    public required string Title { get; init; }
    public required string Name { get; init; }
    public required string Rank { get; init; }
    public required string Nip { get; init; }
    public required OfficialKind Kind { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
    public required string LegalBasis { get; init; }

    /// <summary>As it stands above a signature: <c>Plh. Kepala Dinas Sosial</c>.</summary>
    public string SignatureTitle => Kind switch
    {
        OfficialKind.Plh => $"Plh. {Title}",
        OfficialKind.Plt => $"Plt. {Title}",
        _ => Title,
    };
}

/// <summary>In rising order of precedence on one day.</summary>
public enum OfficialKind { Definitive, Plt, Plh }
