using AngleSharp.Dom;
using System.Text;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Completeness;

/// <summary>A clock that a test moves on.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan ahead = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero) - DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + ahead;

    public void MoveOn(TimeSpan by) => ahead += by;
}

/// <summary>The application with staff, areas and a clock; photos of reports and the staff register lie outside.</summary>
public sealed class WorkServer : StaffServer
{
    public MovableTime Time { get; } = new();

    public OutsideStaff Staff { get; } = new();

    public OutsidePhotos Photos { get; } = new();

    public CountedQueries Queries { get; } = new();

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<IHomeVisitors>(Staff).AddSingleton<IReportPhotos>(Photos);
        builder.Services.CountQueries(Queries);
    }

    /// <summary>An officer as the gate sees one.</summary>
    public async Task<StaffMember> Member(string role) =>
        new(new StaffId(await this.StaffIdOf(role)), role, role, new HashSet<string> { role }, [], null, new Dictionary<string, string>());

    public Task<StoredFile> Store(byte[] bytes, string type = "image/jpeg") => Within(async s =>
    {
        var file = await s.GetRequiredService<IFileStore>().Put(bytes, type, "foto.jpg", CancellationToken.None);
        await s.GetRequiredService<GroupCommit>().Write([file], CancellationToken.None);
        return file;
    });
}

public sealed class OutsideStaff : IHomeVisitors
{
    public List<HomeVisitor> All { get; } = [];

    public Task<IReadOnlyList<HomeVisitor>> ForArea(string? area, CancellationToken stop) => Task.FromResult<IReadOnlyList<HomeVisitor>>([.. All]);
}

public sealed class OutsidePhotos : IReportPhotos
{
    public Dictionary<CaseId, PhotoOfReport> Of { get; } = [];

    public Task<IReadOnlyList<PhotoOfReport>> For(CaseId id, StaffMember viewer, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<PhotoOfReport>>(Of.TryGetValue(id, out var photo) ? [photo] : []);
}

[CollectionDefinition("work")]
public sealed class WorkCollection : ICollectionFixture<WorkServer>;

/// <summary>Small files of every kind.</summary>
internal static class Papers
{
    public const string Canary = "GPS-2.2000,115.6000";

    public static byte[] Jpeg(byte variant = 0x12) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xFE, Encoding.ASCII.GetBytes(Canary)),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]), .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        variant, 0xFF, 0x00, 0x34, 0xFF, 0xD9,
    ];

    public static byte[] Pdf => "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    public static byte[] Executable => "MZ\0\0 not a photo"u8.ToArray();

    private static byte[] Segment(byte marker, byte[] payload) => [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];
}

internal static class Reading
{
    /// <summary>What the error summary says.</summary>
    public static string Faults(this Page page) => string.Join(" | ", page.Document.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim()));

    public static bool Says(this Page page, string text) => page.Document.Body!.TextContent.Contains(text, StringComparison.Ordinal);

    public static string? Shown(this Page page, string name) => page.Document.QuerySelector($"[name='{name}']") switch
    {
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
        AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" } => page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>($"[name='{name}']").FirstOrDefault(r => r.IsChecked)?.Value,
        AngleSharp.Html.Dom.IHtmlInputElement input => input.Value,
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value,
        _ => null,
    };
}
