using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Sheets;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Privacy.Subjects;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Privacy.Breach;

/// <summary>"Lembar kerja kebocoran": who opened whose data between two moments, with the clock of article 46.</summary>
[StaffPage(Roles.DataProtection, Roles.Administrator)]
internal sealed class BreachModel(BreachReading reading, NamedSubjects subjects, ReadLog log, ICurrentStaff staff, TimeProvider clock, TextCatalogue texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Dari { get; set; }

    [BindProperty(SupportsGet = true)] public string? Sampai { get; set; }

    [BindProperty(SupportsGet = true)] public string? Diketahui { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Petugas { get; set; }

    public BreachSheet? Sheet { get; private set; }

    /// <summary>Officers to narrow by: those who opened something in that time.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    public string Query => $"dari={Uri.EscapeDataString(Dari!)}&sampai={Uri.EscapeDataString(Sampai!)}&diketahui={Uri.EscapeDataString(Diketahui!)}" + (Petugas is { } one ? $"&petugas={one}" : "");

    public TimeSpan Left => Sheet!.Range.NoticeDue - clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Range() is not { } range) return Page();
        await Opened(range, stop);
        Sheet = await reading.Sheet(range, staff.Required, stop);
        Officers = [.. Sheet.Readers.Select(r => new Choice(r.Staff.ToString(), r.Name))];
        return Page();
    }

    /// <summary>Every opening as a line, for the annex of the notice.</summary>
    public async Task<IActionResult> OnGetUnduhAsync(CancellationToken stop)
    {
        if (Range() is not { } range) return Page();
        await Opened(range, stop);
        var entries = await reading.Entries(range, stop);
        var named = await subjects.Of(entries.Select(BreachReading.Key), staff.Required, stop);
        var sheet = new CsvSheet().Row([.. ((string[])["when", "who", "role", "kind", "thing", "person", "purpose"]).Select(c => texts[$"privacy.column.{c}"])]);
        foreach (var entry in entries)
        {
            var key = BreachReading.Key(entry);
            var person = NamedSubjects.PersonOf(key, named);
            sheet.Row(Wita.Full(entry.At), entry.StaffName, Role(entry.Role), Kind(entry.SubjectKind), Label(named, key),
                person is { } one ? Label(named, one) : "", entry.Purpose);
        }
        return File(sheet.Bytes(), "text/csv; charset=utf-8", $"akses-data-{Wita.Day(range.From):yyyy-MM-dd}.csv");
    }

    public string Kind(string kind) => texts.Has($"privacy.kind.{kind}") ? texts[$"privacy.kind.{kind}"] : kind;

    public string Role(string role) => texts.Has($"identity.role.{role}") ? texts[$"identity.role.{role}"] : role;

    public string Did(string kind) => texts.Did(kind);

    private BreachRange? Range()
    {
        if (!BreachRange.Read(Dari, Sampai, Diketahui, Petugas, clock.GetUtcNow().UtcDateTime).TryGet(out var range, out var refusal))
        {
            ModelState.AddModelError(refusal.Field!, texts[refusal.Code]);
            return null;
        }
        (Dari, Sampai, Diketahui) = (BreachRange.Written(range.From), BreachRange.Written(range.To), BreachRange.Written(range.KnownAt));
        foreach (var field in (string[])[nameof(Dari), nameof(Sampai), nameof(Diketahui)]) ModelState.Remove(field);
        return range;
    }

    /// <summary>The id where there is no name for this viewer.</summary>
    private static string Label(IReadOnlyDictionary<SubjectKey, ReadSubject> named, SubjectKey key) =>
        named.GetValueOrDefault(key)?.Label is { Length: > 0 } label ? label : key.Id.ToString();

    private Task Opened(BreachRange range, CancellationToken stop) =>
        log.Opened(staff.Required.As([Roles.DataProtection, Roles.Administrator]), "breach-sheet", Guid.Empty, $"{BreachRange.Written(range.From)} – {BreachRange.Written(range.To)}", stop);
}
