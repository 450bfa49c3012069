using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Voices;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outbox;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;

namespace Layar.Intake.Submission;

/// <summary>The rows that one report makes: itself, its person, its case with the first act, its photos, its voice note and its messages.</summary>
internal sealed class ReportRows(ICaseOpening cases, ICatalogue catalogue, IPersons persons, FieldCipher cipher, ReportSecrets secrets, OutboxRoutes routes)
{
    private const int ExcerptLength = 160;

    public (IReadOnlyList<object> Rows, DateTime FirstAnswerDue) Of(CheckedReport report, IncomingReport incoming, TicketCode code, ReportKeys keys, byte[] hash, DateTime now)
    {
        var secret = report.Secrecy == Secrecy.Secret;
        var caseId = new CaseId(Guid.CreateVersion7(now));
        PersonId? person = report.Person is null || secret ? null : new PersonId(Guid.CreateVersion7(now));
        var (opened, due) = cases.Open(new NewCase
        {
            Id = caseId, Number = code.ToString(), Problem = report.Problem.Code, Service = report.Service ?? report.Problem.DefaultService,
            Title = report.Problem.Text.Id, Excerpt = Excerpt(report.Story), Area = report.Area, Channel = catalogue.Instance.ChannelOf(incoming.Channel), Emergency = report.Emergency,
            Secret = secret, PersonId = person, PhotoCount = incoming.Photos.Count, ReceivedAt = now, Actor = incoming.Actor,
        });
        var rows = new List<object>(12) { Row(report, incoming, code, keys, hash, caseId, due, now) };
        if (person is { } id) rows.Add(persons.NewRow(id, report.Person! with { Area = report.Area }, now));
        rows.AddRange(opened);
        for (var i = 0; i < incoming.Photos.Count; i++)
        {
            var file = incoming.Photos[i];
            rows.Add(file);
            rows.Add(new ReportPhoto { Id = new(Guid.CreateVersion7(now)), ReportId = report.Id, Seq = i + 1, FileId = file.Id, Sha256 = file.Sha256, AddedAt = now });
        }
        if (report.Voice) rows.AddRange(VoiceOf(report, incoming.Voice, now));
        rows.AddRange(OutboxWriter.Rows(routes, new ReportReceived(report.Id.Value, caseId.Value, incoming.Channel, report.Emergency, secret), now));
        return (rows, due);
    }

    private static IEnumerable<object> VoiceOf(CheckedReport report, StoredVoice? sound, DateTime now)
    {
        if (sound is not null) yield return sound.File;
        yield return new ReportVoice
        {
            Id = new(Guid.CreateVersion7(now)), ReportId = report.Id, FileId = sound?.File.Id, Sha256 = sound?.File.Sha256, Seconds = sound?.Seconds, CameAt = sound is null ? null : now,
        };
    }

    private Report Row(CheckedReport r, IncomingReport incoming, TicketCode code, ReportKeys keys, byte[] hash, CaseId caseId, DateTime due, DateTime now)
    {
        var secret = r.Secrecy == Secrecy.Secret;
        return new Report
        {
            Id = r.Id, CaseId = caseId, OriginalCaseId = caseId, Code = code.Symbols, Channel = incoming.Channel, Whom = r.For, Problem = r.Problem.Code,
            Service = r.Service, Emergency = r.Emergency, Secrecy = r.Secrecy, ConsentVersion = r.ConsentVersion, PhotosExpected = r.Photos, Area = r.Area,
            Story = secret ? null : r.Story, Lat = secret ? null : r.Lat, Lon = secret ? null : r.Lon,
            AccuracyMetres = secret ? null : r.AccuracyMetres, Landmark = secret ? null : r.Landmark,
            SealedContent = secret ? Seal(r) : null,
            ContactChannel = r.ContactChannel, SealedContact = cipher.Seal(r.Contact, Report.ContactColumn, r.Id.Value),
            ContactIndex = r.Contact is null ? null : secrets.ContactIndex(r.Contact),
            LastFour = r.LastFour is null ? null : secrets.LastFour(r.Id, r.LastFour),
            ReceivedAt = now, FirstAnswerDue = due, ContentHash = hash, LinkIndex = secrets.LinkIndex(keys.Link),
        };
    }

    private byte[] Seal(CheckedReport r) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(new SealedContent
    {
        Story = r.Story, Landmark = r.Landmark, Lat = r.Lat, Lon = r.Lon, AccuracyMetres = r.AccuracyMetres,
        Name = r.Person?.Name, AgeGroup = r.Person?.AgeGroup, Sex = r.Person?.Sex, Nik = r.Person?.Nik,
    }, SealedJson.Default.SealedContent), Report.ContentColumn, r.Id.Value);

    private static string? Excerpt(string? story)
    {
        if (story is null) return null;
        var line = PlainText.Line(story)!;
        if (line.Length <= ExcerptLength) return line;
        var cut = char.IsHighSurrogate(line[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return line[..cut] + "…";
    }
}
