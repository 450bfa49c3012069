using System.Globalization;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Merging;

internal sealed record DoubleRow(PersonPair Pair, Person First, Person Second);

/// <summary>Likely doubles, the likeliest first.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager)]
internal sealed class DoublesModel(AppDb db, ICurrentStaff staff, PersonWords words) : PersonDesk(staff, words)
{
    public const int Size = 30;

    /// <summary>Place of the last row of the page before: odds in thousandths and id.</summary>
    [BindProperty(SupportsGet = true, Name = "sesudah")] public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "tampilan")] public string? View { get; set; }

    public IReadOnlyList<DoubleRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool Doubtful => View == "ditinjau";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var state = Doubtful ? PairState.Review : PairState.Open;
        var persons = PersonAccess.Filter(db.Set<Person>().AsNoTracking().Where(p => p.MergedInto == null), Member);
        var rows = await (from pair in Behind().Where(p => p.State == state)
                          join first in persons on pair.First equals first.Id
                          join second in persons on pair.Second equals second.Id
                          orderby pair.Odds descending, pair.Id descending
                          select new { pair, first, second }).Take(Size + 1).ToListAsync(stop);
        Rows = [.. rows.Take(Size).Select(r => new DoubleRow(r.pair, r.first, r.second))];
        if (rows.Count > Size) Next = $"?{(Doubtful ? "tampilan=ditinjau&" : "")}sesudah={Rows[^1].Pair.Odds}_{Rows[^1].Pair.Id.Value:N}";
    }

    public static string Likely(PersonPair pair) => (1 / (1 + Math.Pow(2, -pair.Odds / 1000.0))) switch
    {
        > 0.9995 => "> 99,9%",
        var p => p.ToString("P1", CultureInfo.CurrentCulture),
    };

    private IQueryable<PersonPair> Behind()
    {
        var parts = After?.Split('_');
        if (parts is not [var odds, var id] || !int.TryParse(odds, CultureInfo.InvariantCulture, out var place) || !Guid.TryParseExact(id, "N", out var last)) return db.Set<PersonPair>().AsNoTracking();
        return db.Set<PersonPair>().FromSqlRaw("SELECT * FROM person_pair WHERE (odds, id) < ({0}, {1})", place, db.Value(last)).AsNoTracking();
    }
}
