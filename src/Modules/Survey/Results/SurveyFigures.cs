using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.Survey.Answering;
using Layar.Survey.Contracts;
using Layar.Survey.Index;
using Layar.Survey.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Layar.Survey.Results;

/// <summary>A comment with nothing beside it but the month.</summary>
internal sealed record Comment(SurveyAnswerId Id, DateOnly Month, string Text);

internal sealed class SurveyFigures(AppDb db) : ISatisfaction
{
    public const int CommentsShown = 20;

    public async Task<SurveyReport> Report(SurveyPeriod period, CancellationToken stop) =>
        SurveyReport.Of(period, await Cells(period.Year, period.Year, stop), await Invited(period.From, period.To, stop));

    public async Task<SatisfactionFigure?> For(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var first = Quarters(from);
        var last = Quarters(to);
        var released = (await Cells(from.Year, to.Year, stop)).GroupBy(c => c.Month.Year)
            .SelectMany(year => SmallGroups.Release(year, c => c.Quarter, c => c.Service, c => c.Answers)
                .Where(b => year.Key * 4 + b.Quarter >= first && year.Key * 4 + b.Quarter <= last))
            .SelectMany(b => b.Parts).ToList();
        if (SurveyCell.Score(released, SurveyScheme.Standard) is not { } score) return null;
        return new SatisfactionFigure(score.Index, score.Grade.ToString(), released.Sum(c => c.Answers), SampleSize.For(await Invited(from, to, stop)));
    }

    /// <summary>Newest month first; within a month in no order of time, because the ids are random.</summary>
    public async Task<IReadOnlyList<Comment>> Comments(SurveyPeriod period, Guid? after, DateOnly? month, CancellationToken stop)
    {
        var comments = db.Set<SurveyAnswer>().Where(a => a.Month >= period.From && a.Month <= period.To && a.Comment != null);
        if (after is { } id && month is { } day)
        {
            var last = new SurveyAnswerId(id);
            comments = comments.Where(a => a.Month < day || a.Month == day && a.Id.CompareTo(last) < 0);
        }
        return await comments.OrderByDescending(a => a.Month).ThenByDescending(a => a.Id).Take(CommentsShown + 1)
            .Select(a => new Comment(a.Id, a.Month, a.Comment!)).ToListAsync(stop);
    }

    private async Task<List<SurveyCell>> Cells(int fromYear, int toYear, CancellationToken stop)
    {
        var (from, to) = (new DateOnly(fromYear, 1, 1), new DateOnly(toYear, 12, 1));
        var rows = await db.Set<SurveyAnswer>().Where(a => a.Month >= from && a.Month <= to)
            .GroupBy(a => new { a.Month, a.Service })
            .Select(g => new
            {
                g.Key.Month, g.Key.Service, Answers = g.Count(),
                Requirements = g.Sum(a => (long)a.Requirements), Procedure = g.Sum(a => (long)a.Procedure), Time = g.Sum(a => (long)a.Time),
                Cost = g.Sum(a => (long)a.Cost), Product = g.Sum(a => (long)a.Product), Competence = g.Sum(a => (long)a.Competence),
                Behaviour = g.Sum(a => (long)a.Behaviour), Complaints = g.Sum(a => (long)a.Complaints), Facilities = g.Sum(a => (long)a.Facilities),
            }).ToListAsync(stop);
        return [.. rows.Select(r => new SurveyCell(r.Month, r.Service ?? "", r.Answers,
            [r.Requirements, r.Procedure, r.Time, r.Cost, r.Product, r.Competence, r.Behaviour, r.Complaints, r.Facilities]))];
    }

    private Task<int> Invited(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var first = Wita.Utc(from.ToDateTime(TimeOnly.MinValue));
        var end = Wita.Utc(to.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return db.Set<SurveyInvitation>().CountAsync(i => i.CreatedAt >= first && i.CreatedAt < end, stop);
    }

    private static int Quarters(DateOnly day) => day.Year * 4 + (day.Month + 2) / 3;
}
