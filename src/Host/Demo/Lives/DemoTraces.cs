using Layar.Host.Demo.Arrivals;
using Layar.Intake.Reports;
using Layar.Kernel.Files;

namespace Layar.Host.Demo.Lives;

/// <summary>What a case leaves behind in the rooms of the house. The latest cases leave everything, older ones what costs little.</summary>
internal sealed class DemoTraces(DemoPapers papers, DemoVisits visits, DemoSurveys surveys, DemoAlbum album, DateTime wholeFrom)
{
    public void Leave(DemoLife life)
    {
        var random = new Random(life.Seed);
        var whole = life.Letter is not null || life.File.LastActAt >= wholeFrom;
        visits.Leave(life, whole ? album : null, random);
        surveys.Leave(life, random);
        if (!whole) return;
        papers.Leave(life, album, random);
        Photos(life, random);
    }

    /// <summary>Photos that the report brought.</summary>
    private void Photos(DemoLife life, Random random)
    {
        var at = life.Report.ReceivedAt;
        for (var i = 0; i < life.Told.Photos; i++)
        {
            StoredFile file = i == 0 && life.Told.Problem.Code == "rumah" ? album.House(random, at) : i == 0 ? album.Room(random, at) : album.Paper(random, at);
            life.Rows.Add(file);
            life.Rows.Add(new ReportPhoto { Id = new(Guid.CreateVersion7(at)), ReportId = life.Report.Id, Seq = i + 1, FileId = file.Id, Sha256 = file.Sha256, AddedAt = at });
        }
    }
}
