using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>The list of a village, in the order in which one goes from house to house. Opening it is written down.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class VillageListModel(AppDb db, ReadLog log, IAreas areas, ICurrentStaff staff, PersonWords words) : OneVillage(db, areas, staff, words)
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<VillageListModel>();
    private const int Size = 50;
    private readonly AppDb db = db;

    /// <summary><c>belum</c>: nobody was there yet; <c>lain</c>: not found at home.</summary>
    [BindProperty(SupportsGet = true, Name = "tampilan")] public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")] public int After { get; set; }

    public IReadOnlyList<VervalTarget> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string Note(VervalTarget line) => string.Join(" · ", new[]
    {
        Words.Text("people.verval.number.of", line.Position), string.IsNullOrEmpty(line.Rt) ? null : $"RT {line.Rt}", line.Unit == Cycle.Unit ? null : Words.Text("people.verval.without-card"),
    }.OfType<string>());

    public string CheckPath(VervalTarget line) => CheckPaths.Of(Path, line);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await LoadVillage(stop) is { } no) return no;
        var cycle = Cycle.Id;
        var lines = db.Set<VervalTarget>().AsNoTracking().Where(t => t.CycleId == cycle && t.Village == Village && t.Position > After);
        if (View == "belum") lines = lines.Where(t => t.Outcome == null);
        else if (View == "lain") lines = lines.Where(t => t.Outcome != null && t.Outcome != CheckOutcome.Found);
        else View = null;
        var rows = await lines.OrderBy(t => t.Position).Take(Size + 1).ToListAsync(stop);
        Lines = [.. rows.Take(Size)];
        if (rows.Count > Size) Next = $"?{(View is null ? "" : $"tampilan={View}&")}sesudah={Lines[^1].Position}";
        await log.Opened(Member.As(Readers), "verval", Cycle.Id.Value, Words.Text("people.log.verval", PlaceOf(Village)), stop);
        return Page();
    }
}

/// <summary>Where a line is checked: a family with its members, or the person at once.</summary>
internal static class CheckPaths
{
    public static string Of(string cycle, VervalTarget line) => line.Unit == VervalUnit.Household ? $"{cycle}/cek/{line.RowId.Value}" : $"{cycle}/cek/{line.RowId.Value}/orang/{line.RowId.Value}";
}

/// <summary>Words and colours of what a visit found.</summary>
internal static class CheckFace
{
    public static string Name(CheckOutcome outcome) => $"people.verval.outcome.{outcome}";

    public static string Tone(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Found => "teal",
        CheckOutcome.NotFound => "amber",
        _ => "grey",
    };

    public static IEnumerable<Ui.Components.Choice> Choices => Enum.GetValues<CheckOutcome>().Select(o => new Ui.Components.Choice(o.ToString(), Name(o), $"people.verval.outcome.{o}.hint"));
}
