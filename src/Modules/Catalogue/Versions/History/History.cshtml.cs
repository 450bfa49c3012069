using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Catalogue.Programmes;
using Layar.Identity.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Catalogue.Versions.History;

/// <summary>One line of the history.</summary>
/// <param name="Version">null for a version of the shipped files</param>
/// <param name="From">first day</param>
/// <param name="To">last day on which it holds or held, as the versions follow each other; null until further notice or when it counts nowhere</param>
internal sealed record HistoryLine(ProgrammeVersion? Version, DateOnly From, DateOnly? To, string LegalBasis, string Standing, string Tone)
{
    /// <summary>How the form finds it to take it up again.</summary>
    public string Wording => Version?.Id.Value.ToString() ?? From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A draft is gone on with, and what holds today needs no return.</summary>
    public bool IsNow => Standing == "catalogue.version.standing.now" || Version?.State == VersionState.Draft;
}

/// <summary>Every wording of one programme, newest first.</summary>
internal sealed class HistoryModel(VersionReading versions, ProgrammeBook book, IProgrammes programmes, ICatalogue catalogue, ICurrentStaff staff, TimeProvider time) : ProgrammeDesk(catalogue, time)
{
    [BindProperty(SupportsGet = true, Name = "kode")] public string Code { get; set; } = "";

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public string Name => programmes.NameOf(Code)?.ToString() ?? Code;

    public bool MayWrite => staff.Required.HasAny(Planners);

    /// <summary>Drafts of a programme that never was in force have no file to go back to.</summary>
    public bool HasFile => programmes.Find(Code, Today) is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var written = await versions.Of(Code, stop);
        if (written.Count == 0 && book.Seeds(Code).Count == 0) return NotFound();
        Lines = [.. written.Select(Line), .. book.Seeds(Code).OrderByDescending(s => s.Validity.From).Select(s => Line(null, s.Validity, s.Written))];
        return Page();
    }

    private HistoryLine Line(ProgrammeVersion version)
    {
        var validity = versions.Written(version)?.Programme.Validity ?? new(version.FromDay, null, new("–", "–"), false);
        return version.State == VersionState.Active ? Line(version, validity, version.Entry) : new(version, version.FromDay, validity.To, validity.LegalBasis.ToString(), VersionFace.Name(version.State), VersionFace.Tone(version.State));
    }

    /// <param name="written">of two with the same first day only one holds</param>
    private HistoryLine Line(ProgrammeVersion? version, Validity validity, string written)
    {
        var turn = book.Content.Programmes.FirstOrDefault(p => p.Code == Code && p.Validity.From == validity.From && p.Written == written)?.Validity;
        var (standing, tone) = turn is null ? ("replaced", "grey") : turn.Covers(Today) ? ("now", "teal") : turn.From > Today ? ("later", "blue") : ("over", "grey");
        return new(version, validity.From, turn?.To, validity.LegalBasis.ToString(), $"catalogue.version.standing.{standing}", tone);
    }
}
