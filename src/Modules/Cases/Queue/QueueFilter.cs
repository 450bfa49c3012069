using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Layar.Cases.Queue;

/// <summary>What a list shows, as the address says it: shared, bookmarked and walked back through.</summary>
internal sealed record QueueFilter
{
    public required QueueView View { get; init; }
    public IReadOnlyList<string> Districts { get; init; } = [];
    public string? Problem { get; init; }
    public string? Channel { get; init; }
    public string? Agency { get; init; }
    public string? Text { get; init; }
    public QueueCursor? After { get; init; }
    public QueueCursor? Before { get; init; }

    /// <summary>Newest first instead of by due time: what came today, closed cases and the list of all.</summary>
    public bool NewestFirst { get; init; }

    public bool Narrowed => Narrowings > 0;

    /// <summary>How many filters are set; the districts count as one.</summary>
    public int Narrowings => (Districts.Count > 0 ? 1 : 0) + new[] { Problem, Channel, Agency, Text }.Count(given => given is not null);

    public static QueueFilter Read(IQueryCollection query, bool all) => all ? Read(query, [QueueView.All]) with { NewestFirst = true } : Read(query, QueueViews.OfQueue);

    /// <param name="views">those of the page; the first stands when the address names none of them</param>
    public static QueueFilter Read(IQueryCollection query, IReadOnlyList<QueueView> views)
    {
        var view = QueueViews.Parse(query["tampilan"]) is { } asked && views.Contains(asked) ? asked : views[0];
        return new QueueFilter
        {
            View = view,
            NewestFirst = view.IsNewestFirst(),
            Districts = [.. query["kecamatan"].Where(d => d is { Length: > 0 and <= 8 }).Select(d => d!).Distinct().Take(40)],
            Problem = Given(query["masalah"]),
            Channel = Given(query["saluran"]),
            Agency = Given(query["instansi"]),
            Text = Given(query["cari"]),
            After = QueueCursor.Parse(query["setelah"]),
            Before = QueueCursor.Parse(query["sebelum"]),
        };
    }

    /// <summary>What may be kept under a name: neither a place in the list nor search words, which may name people.</summary>
    public QueueFilter ToKeep() => this with { Text = null, After = null, Before = null };

    /// <summary>The address of this list, of another view of it, or of a neighbouring page.</summary>
    public string Query(QueueView? view = null, QueueCursor? after = null, QueueCursor? before = null)
    {
        var query = new QueryBuilder { { "tampilan", (view ?? View).Slug() } };
        foreach (var district in Districts) query.Add("kecamatan", district);
        if (Problem is not null) query.Add("masalah", Problem);
        if (Channel is not null) query.Add("saluran", Channel);
        if (Agency is not null) query.Add("instansi", Agency);
        if (Text is not null) query.Add("cari", Text);
        if (after is { } next) query.Add("setelah", next.ToString());
        if (before is { } previous) query.Add("sebelum", previous.ToString());
        return query.ToQueryString().Value!;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 100 ? null : text.Trim();
}
