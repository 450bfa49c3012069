using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Insight.Performance;

/// <summary>How the office performs, for everybody: two years, no filter, no personal data.</summary>
internal sealed class PublicPerformanceModel(PublicFiguresCache cache) : PageModel
{
    public PublicFigures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await cache.Read(stop);
        Response.Headers.CacheControl = "private, max-age=300";
    }

    public static string Shown(int? count) => count?.ToString("N0") ?? "< 5";
}
