using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>The next version of a programme, begun from the one that holds today or last held, or from an earlier one that shall hold again.</summary>
internal sealed class BeginVersionModel(ProgrammeBook book, DraftChecks checks, WriteDraft write, VersionReading versions, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : DraftPage(book, checks, write, catalogue, staff, texts, time)
{
    private EarlierWording? earlier;

    [BindProperty(SupportsGet = true, Name = "kode")] public string Code { get; set; } = "";

    /// <summary>A version of the office by its id, or one of the shipped files by its first day.</summary>
    [BindProperty(SupportsGet = true, Name = "dari")] public string? Earlier { get; set; }

    public override string Back => $"/petugas/program/{Code}/versi";

    protected override string? Begun => earlier?.Entry;

    public override string? Returning => earlier?.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Find(stop) || (earlier?.Programme ?? versions.Before(Code, DateOnly.MaxValue)) is not { } programme) return NotFound();
        Input = DraftInput.Of(programme);
        var last = versions.Before(Code, DateOnly.MaxValue)?.Validity.From ?? programme.Validity.From;
        (Input.From, Input.Note) = (Today.AddDays(1) > last || earlier is not null ? Today.AddDays(1) : last.AddDays(1), null);
        if (Input.To < Input.From) Input.To = null;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "lihat")] string? look, CancellationToken stop)
    {
        if (!await Find(stop) || (earlier is null && versions.Before(Code, DateOnly.MaxValue) is null)) return NotFound();
        Input.Code = Code;
        return await Save(look is not null, stop);
    }

    /// <returns>false when an earlier version is asked for that the programme does not have or that reads no longer</returns>
    private async Task<bool> Find(CancellationToken stop)
    {
        if (string.IsNullOrEmpty(Earlier)) return true;
        if (Guid.TryParse(Earlier, out var id)) earlier = await versions.Earlier(Code, new(id), stop);
        else if (DateOnly.TryParseExact(Earlier, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) earlier = versions.Shipped(Code, day);
        return earlier is not null;
    }
}
