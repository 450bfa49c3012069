using System.Text.RegularExpressions;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Loading;

internal static partial class InstanceReader
{
    public static Instance Read(DataFiles files, Faults faults, string area)
    {
        var folder = $"instances/{area}";
        var divisions = DataFile.Read(files, faults, $"{folder}/divisions.json").List(Division);
        var officials = DataFile.Read(files, faults, $"{folder}/officials.json").List(OfficialWithEntry, key: "position", versioned: true);
        var channels = DataFile.Read(files, faults, $"{folder}/channels.json").List(Channel);
        foreach (var (official, entry) in officials)
            if (officials.Any(o => !ReferenceEquals(o.Entry, entry) && o.Official.Position == official.Position && o.Official.Kind == official.Kind
                && o.Official.From <= official.From && official.From <= (o.Official.To ?? DateOnly.MaxValue)))
                entry.Fault("from", $"another {official.Kind} of this position holds it on {official.From:yyyy-MM-dd}");

        var e = DataFile.Read(files, faults, $"{folder}/instance.json").Whole(area);
        _ = e.OptionalString("version");
        _ = e.OptionalString("about");
        var instance = new Instance
        {
            Area = e.String("area"),
            TicketPrefix = e.String("ticketPrefix"),
            ProductName = e.String("productName"),
            AppName = e.OptionalString("appName") ?? e.String("productName"),
            ProductLongName = e.Text("productLongName"),
            Tagline = e.Text("tagline"),
            Government = e.String("government"),
            Office = e.String("office"),
            OfficeShort = e.String("officeShort"),
            AreaName = e.String("areaName"),
            Letterhead = e.Strings("letterhead"),
            Address = e.String("address"),
            AddressAwaitingConfirmation = e.Flag("addressAwaitingConfirmation"),
            City = e.String("city"),
            EmergencyPhone = e.String("emergencyPhone"),
            WhatsApp = e.String("whatsApp"),
            Email = e.String("email"),
            Website = e.String("website"),
            LetterUnit = e.String("letterUnit"),
            TimeZone = e.String("timeZone"),
            ServiceHours = e.Text("serviceHours"),
            Channels = channels,
            AndroidApps = [.. e.Entries("androidApps").Select(AndroidApp)],
            Divisions = divisions,
            Officials = [.. officials.Select(o => o.Official)],
        };
        if (instance.Area != area) e.Fault("area", $"must be {area}, as the folder says");
        if (instance.TicketPrefix.Length != 3 || !instance.TicketPrefix.All(char.IsAsciiLetterUpper)) e.Fault("ticketPrefix", "must be three capital letters");
        if (instance.Letterhead.Count == 0) e.Fault("letterhead", "has no line");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(instance.TimeZone, out _)) e.Fault("timeZone", $"unknown time zone '{instance.TimeZone}'");
        e.Done();
        return instance;
    }

    private static Division Division(Entry e) => new(e.Code(), e.Text("name"), e.Code("headPosition"), e.Strings("services"));

    private static Channel Channel(Entry e) => new(e.Code(), e.Text("name"), e.String("address"), e.Flag("public"), e.OptionalString("way"));

    private static AndroidApp AndroidApp(Entry e)
    {
        var app = new AndroidApp(e.String("package"), e.Strings("fingerprints"));
        if (!PackageName().IsMatch(app.Package)) e.Fault("package", "must be a name such as id.go.balangan.layar");
        if (app.Fingerprints.Count == 0) e.Fault("fingerprints", "has none");
        foreach (var print in app.Fingerprints.Where(p => !Fingerprint().IsMatch(p))) e.Fault("fingerprints", $"'{print}' must be 32 bytes as AB:CD:…");
        return app;
    }

    [GeneratedRegex(@"^[a-zA-Z]\w*(\.[a-zA-Z]\w*)+$")]
    private static partial Regex PackageName();

    [GeneratedRegex("^([0-9A-F]{2}:){31}[0-9A-F]{2}$")]
    private static partial Regex Fingerprint();

    private static (Official Official, Entry Entry) OfficialWithEntry(Entry e)
    {
        var official = new Official
        {
            Position = e.Code("position"),
            Title = e.String("title"),
            Name = e.String("name"),
            Rank = e.String("rank"),
            Nip = e.String("nip"),
            Kind = e.Choice<OfficialKind>("kind"),
            From = e.Day("from"),
            To = e.OptionalDay("to"),
            LegalBasis = e.String("legalBasis"),
        };
        if (official.Nip.Length != 18 || !official.Nip.All(char.IsAsciiDigit)) e.Fault("nip", "must be 18 digits");
        if (official.To < official.From) e.Fault("to", "is before from");
        if (official.Kind == OfficialKind.Plh && official.To is null) e.Fault("to", "a Plh stands in for a limited time");
        return (official, e);
    }
}
