using System.Text.Json;
using Layar.Cases.Visits;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Kernel.Files;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;

namespace Layar.Host.Demo.Lives;

/// <summary>The visits of a case: planned, made in vain, or made with the filled form, photos and the report.</summary>
internal sealed class DemoVisits(ICatalogue catalogue, FieldCipher cipher, DemoWords words, DemoStaff staff, DemoAnswers answers)
{
    private const double Spread = 0.22;

    /// <param name="album">null: only the row of the visit</param>
    public void Leave(DemoLife life, DemoAlbum? album, Random random)
    {
        foreach (var visit in life.Visits)
        {
            var form = catalogue.CurrentAssessmentForm(Wita.Day(visit.PlannedAt));
            var done = visit.State == VisitState.Done;
            var (lat, lon) = Place(life.File.Area, random);
            life.Rows.Add(new HomeVisit
            {
                Id = visit.Id, CaseId = life.File.Id, FormVersion = form.Version, State = State(life, visit), StartsAt = visit.From, EndsAt = visit.To,
                VisitorId = visit.Visitor.Id.Value, VisitorName = visit.Visitor.Name, PlannedById = staff.Of(Identity.Contracts.Roles.Supervisor).Id.Value,
                Lat = done ? lat : null, Lon = done ? lon : null, Accuracy = done ? 5 + random.Next(40) : null, Advice = visit.Advice, EndedAt = visit.EndedAt, Version = done ? 9 : 1,
                SealedReport = done ? cipher.Seal(Report(life, random), HomeVisit.ReportColumn, visit.Id.Value) : null,
            });
            if (album is not null && (done || (visit.State == VisitState.Scheduled && random.Next(3) == 0))) Fill(life, visit, form, album, random);
        }
    }

    /// <summary>A plan whose case left the road meanwhile was cancelled.</summary>
    private static VisitState State(DemoLife life, DemoVisit visit) =>
        visit.State == VisitState.Scheduled && life.File.Step != Cases.Contracts.CaseStep.VisitScheduled ? VisitState.Cancelled : visit.State;

    private string Report(DemoLife life, Random random) =>
        DemoWords.Pick(random, words.Say.Visit).Replace("{name}", life.File.Secret ? "Klien" : life.Told.Person?.Name ?? "Klien");

    /// <summary>All groups of a visit that was made; of one that is to come the first two, as a draft.</summary>
    private void Fill(DemoLife life, DemoVisit visit, AssessmentForm form, DemoAlbum album, Random random)
    {
        var photos = new List<VisitPhoto>();
        var at = visit.EndedAt ?? visit.PlannedAt.AddMinutes(5);
        var advice = visit.Advice ?? "layak";
        var given = answers.Fill(form, life.File.Problem, advice, DemoWords.Pick(random, words.Say.Advice[advice]), random, question => Photos(life, visit, question, photos, album, at, random));
        var groups = form.Groups.Where(g => g.Questions.Any(q => given.ContainsKey(q.Code)));
        foreach (var group in visit.EndedAt is null ? groups.Take(2) : groups)
        {
            var id = new VisitGroupId(Guid.CreateVersion7(at));
            var own = group.Questions.Where(q => q.Type != QuestionType.Photo && given.ContainsKey(q.Code)).ToDictionary(q => q.Code, q => given[q.Code]);
            life.Rows.Add(new VisitGroup
            {
                Id = id, VisitId = visit.Id, Code = group.Code, SealedAnswers = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(own), VisitGroup.AnswersColumn, id.Value),
                SavedAt = at, SavedBy = visit.Visitor.Name, Version = 1,
            });
        }
        if (visit.EndedAt is not null) life.Rows.AddRange(photos);
    }

    private string[] Photos(DemoLife life, DemoVisit visit, Question question, List<VisitPhoto> photos, DemoAlbum album, DateTime at, Random random)
    {
        if (visit.EndedAt is null || (!question.Required && random.Next(3) == 0)) return [];
        StoredFile file = question.Code == "foto-depan" ? album.House(random, at) : album.Room(random, at);
        life.Rows.Add(file);
        var photo = new VisitPhoto { Id = new VisitPhotoId(Guid.CreateVersion7(at)), VisitId = visit.Id, Question = question.Code, FileId = file.Id, TakenAt = at, TakenBy = visit.Visitor.Name };
        photos.Add(photo);
        return [photo.Id.Value.ToString("N")];
    }

    /// <summary>Somewhere in the kabupaten, the same neighbourhood for one village.</summary>
    private static (double Lat, double Lon) Place(string? area, Random random)
    {
        var code = area ?? "63.11";
        var (lat, lon, wide) = code.StartsWith("63.72", StringComparison.Ordinal) ? (-3.46, 114.79, 0.08) : (-2.32, 115.60, Spread);
        var village = code.Aggregate(17, (sum, c) => unchecked(sum * 31 + c)) & 0xFFFF;
        return (Math.Round(lat + wide * ((village & 0xFF) / 255.0 - 0.5) + random.NextDouble() * 0.006, 5), Math.Round(lon + wide * ((village >> 8) / 255.0 - 0.5) + random.NextDouble() * 0.006, 5));
    }
}
