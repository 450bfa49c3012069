using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Numbers;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Planning.Replays.Counting;
using Layar.Planning.Replays.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Planning.Replays.Reading;

/// <summary>How far a replay is, and what it counted: who enters, who leaves, what is not known, what it costs and who needs it without getting it.</summary>
[StaffPage(Roles.Planner, Roles.Administrator, Roles.Head, Roles.Manager, Roles.DivisionHead, Roles.Secretary, Roles.Auditor)]
internal sealed class ReplayFileModel(ReplayReading reading, ReplayDesk desk, ICurrentStaff staff, TextCatalogue texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    public Replay Replay { get; private set; } = null!;

    /// <summary>Null when the version or programme went away meanwhile.</summary>
    public Programme? Programme { get; private set; }

    public int? Number { get; private set; }

    /// <summary>Somebody wrote in the draft after it was tried out.</summary>
    public bool Changed { get; private set; }

    public ReplayResult? Result { get; private set; }

    public ShownSection? People { get; private set; }

    public ShownSection? Cases { get; private set; }

    public string Name => Programme?.Name.ToString() ?? reading.Name(Replay);

    public bool IsMoving => Replay.State is ReplayState.Waiting or ReplayState.Running;

    public Progress Progress => Progress.Of((double)Replay.RowsDone / Replay.RowsTotal, Replay.RowsDone, Replay.StartedAt, clock.GetUtcNow().UtcDateTime);

    /// <summary>DTSEN 30 September 2025; that there was none.</summary>
    public string Release => Result?.Release?.Split('/') is [var kind, var day] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var asOf)
        ? $"{texts["people.registry.kind." + kind]} {Wita.Date(asOf)}"
        : texts["planning.basis.none"];

    /// <summary>Whole figures, and the lists of persons.</summary>
    public bool SeesPersons => ReplayDesk.SeesPersons(staff.Required);

    public bool MayList => staff.Required.HasAny(ReplayPeopleModel.Listers);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnGetUnduhAsync(CancellationToken stop)
    {
        if (!await Load(stop) || Result is null) return NotFound();
        return File(new ReplaySheet(this, desk, texts).Bytes(), "text/csv; charset=utf-8", $"uji-{Replay.Code}-{Replay.Day:yyyy-MM-dd}.csv");
    }

    public string NameOf(Facet facet, string? key) => desk.Name(facet, key);

    public string NameOf(ShownLack lacked) => desk.Name(lacked.Fact, lacked.Choice);

    /// <summary>Nobody said what the programme gives, so its cost cannot be told; a silent zero would look like one.</summary>
    public bool CostUnset => Programme is { Amounts.Count: 0, Components.Count: 0 };

    /// <summary>A figure, or that it is too small to be shown.</summary>
    public static string Figure(int? count) => count?.ToString("N0", CultureInfo.CurrentCulture) ?? "< 5";

    /// <summary>One amount, or the lowest and the highest.</summary>
    public static string? Cost(long? low, long? high) => low is null || high is null ? null : low == high ? Rupiah.Format(low.Value) : $"{Rupiah.Format(low.Value)} – {Rupiah.Format(high.Value)}";

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await reading.Find(Id, stop) is not { } replay) return false;
        Replay = replay;
        if (await reading.Tried(replay, stop) is { } tried) (Programme, Number, Changed) = (tried.Programme, tried.Number, tried.Changed);
        Result = ReplayResult.Read(replay.Result);
        if (Result is null) return true;
        (People, Cases) = (new(Result.People, SeesPersons), new(Result.Cases, SeesPersons));
        return true;
    }
}
