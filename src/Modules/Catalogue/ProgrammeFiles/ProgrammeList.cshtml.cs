using Layar.Catalogue.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Catalogue.ProgrammeFiles;

/// <summary>All programmes and services in force, the aid first.</summary>
internal sealed class ProgrammeListModel(IProgrammes programmes, ICatalogue catalogue, TimeProvider time) : ProgrammeDesk(catalogue, time)
{
    /// <summary>bantuan, layanan, or all.</summary>
    [BindProperty(SupportsGet = true, Name = "jenis")] public string? Wanted { get; set; }

    public ProgrammeKind? Kind => Wanted switch { "bantuan" => ProgrammeKind.Aid, "layanan" => ProgrammeKind.Service, _ => null };

    public IReadOnlyList<Programme> All { get; private set; } = [];

    public IReadOnlyList<Programme> Rows => [.. All.Where(p => Kind is null || p.Kind == Kind)];

    public void OnGet() => All = [.. programmes.On(Today).OrderBy(p => p.Kind)];
}
