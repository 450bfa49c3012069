using Layar.Identity.Contracts;
using Layar.Kernel.Files;

namespace Layar.Cases.Contracts;

/// <summary>Photos that the reports of a case brought. The module of reports answers; without it a case has none.</summary>
public interface IReportPhotos
{
    /// <summary>Oldest first; only those this officer may see.</summary>
    Task<IReadOnlyList<PhotoOfReport>> For(CaseId id, StaffMember viewer, CancellationToken stop);
}

/// <param name="Caption">what the reporter or the page said of it; null when nothing</param>
public sealed record PhotoOfReport(StoredFileId FileId, DateTime At, string? Caption);
