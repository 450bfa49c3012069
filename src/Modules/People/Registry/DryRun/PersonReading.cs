using Layar.Kernel.Numbers;
using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Reads the rows of a person table.</summary>
internal sealed class PersonReading
{
    private readonly TrialDesk desk;
    private readonly int sheet;
    private readonly RowCells cells;
    private readonly PersonColumns at;
    private readonly PlaceColumns place;
    private readonly CardOfPerson card;
    private readonly int headers;
    private readonly char[] digits = new char[16];

    public PersonReading(TrialDesk desk, TableLayout layout, RowSource rows, int sheet)
    {
        (this.desk, this.sheet, headers) = (desk, sheet, layout.Named);
        cells = new RowCells(layout, rows, (cause, column) => desk.Note(cause, false, sheet, rows, column), desk.Today);
        at = new PersonColumns(layout);
        place = new PlaceColumns(layout);
        card = new CardOfPerson(desk, cells, at.FamilyCard, sheet);
    }

    public void Read()
    {
        var rows = cells.Rows;
        var wrong = SixteenDigitCell.Read(cells.Text(at.Nik), rows.Kind(at.Nik), digits);
        var name = cells.Text(at.Name);
        if (wrong == "missing" && (name.IsEmpty || IsFooter(name)))
        {
            desk.Result.PassedOver++;
            return;
        }
        if (rows.IsShort(headers))
        {
            desk.Note(rows.IsCut(headers) ? "row.cut" : "row.short", true, sheet, rows, Math.Max(0, rows.Columns - 1));
            return;
        }
        if (rows is TextRows && Shifted(rows))
        {
            desk.Note("row.shifted", true, sheet, rows, at.Last + 1);
            return;
        }
        if (wrong is not (null or "missing"))
        {
            desk.Note("nik." + wrong, true, sheet, rows, at.Nik);
            return;
        }
        Take(wrong is null ? new string(digits) : null);
    }

    /// <summary>Sums and signatures below a table.</summary>
    public static bool IsFooter(ReadOnlySpan<char> name) =>
        name.StartsWith("jumlah", StringComparison.OrdinalIgnoreCase) || name.StartsWith("total", StringComparison.OrdinalIgnoreCase) || name.StartsWith("mengetahui", StringComparison.OrdinalIgnoreCase);

    private bool Shifted(RowSource rows)
    {
        for (var c = at.Last + 1; c < rows.Columns; c++)
            if (!rows[c].IsEmpty) return true;
        return false;
    }

    private void Take(string? nik)
    {
        var index = nik is null ? null : desk.Ring.BlindIndex("nik", nik);
        if (index is not null && desk.InForce.HasPerson(SeenRows.Key(index)))
        {
            Compare(SeenRows.Key(index));
            return;
        }
        var raw = cells.Raw();
        if (index is not null && desk.Seen.Again(SeenRows.Key(index), HashCode.Combine(raw, string.GetHashCode(cells.Text(at.Name)), string.GetHashCode(cells.Text(at.FamilyCard)))) is { } same)
        {
            desk.Note(same ? "nik.repeated" : "nik.contradicts", true, sheet, cells.Rows, at.Nik);
            return;
        }
        var row = Row();
        if (nik is null && desk.InForce.Meet(row))
        {
            desk.Result.AlreadyThere++;
            return;
        }
        (row.SealedNik, row.NikIndex, row.Raw) = (desk.Cipher.Seal(nik, RegistryPersonRow.NikColumn, row.Id.Value), index, raw);
        Look(row, nik);
        desk.Batch.Persons.Add(row);
        desk.Result.Persons++;
        if (nik is null) desk.Result.WithoutNik++;
    }

    /// <summary>Another import of the same release has put the person in force.</summary>
    private void Compare(UInt128 nik)
    {
        desk.Quiet = true;
        var row = Row();
        desk.Quiet = false;
        if (desk.InForce.Differs(nik, row)) desk.Note("nik.in-force", true, sheet, cells.Rows, at.Nik);
        else desk.Result.AlreadyThere++;
    }

    private RegistryPersonRow Row()
    {
        var row = new RegistryPersonRow { Id = new(Guid.CreateVersion7()), ImportId = desk.Import, Sheet = sheet, Line = cells.Rows.Line };
        at.Fill(row, cells);
        Place(row);
        return row;
    }

    /// <summary>Village and decile stand at the family when it has a line of its own.</summary>
    private void Place(RegistryPersonRow row)
    {
        row.Village = place.Find(cells, desk.Villages);
        var unknown = row.Village is null && place.IsNamed(cells);
        var decile = cells.Decile(at.Decile);
        if (card.Read(row.Village, decile, row.Address) is { } family)
        {
            row.FamilyIndex = family.Index;
            row.Village ??= family.Known.Village;
            if (decile is not null && family.Known.Decile is { } named && named != decile) desk.Note("kk.decile-differs", false, sheet, cells.Rows, at.Decile);
            decile = family.Known.Decile ?? decile;
        }
        row.Decile = decile;
        if (unknown || row.Village is null && place.Any) desk.Note("village.unknown", false, sheet, cells.Rows, place.First);
    }

    /// <summary>What is odd is noted and never refused: many old numbers carry wrong birth data.</summary>
    private void Look(RegistryPersonRow row, string? nik)
    {
        if (row.Name is null && cells.Rows.Kind(at.Name) is not (CellKind.Formula or CellKind.Error)) Odd("name.missing", at.Name);
        if (at.Age >= 0 && row.BirthDate is { } born && cells.Count(at.Age) is { } age && Math.Abs(desk.AsOf.Year - born.Year - age) > 2) Odd("age.differs", at.Age);
        if (row.Pregnant == true && row.Sex == "L") Odd("pregnant.sex", at.Sex);
        if (nik is null)
        {
            Odd("nik.missing", at.Nik);
            return;
        }
        if (!Nik.Parse(nik).TryGet(out var number, out _)) return;
        NumberSex? sex = row.Sex is null ? null : row.Sex == "P" ? NumberSex.Female : NumberSex.Male;
        foreach (var warning in NikReading.Of(number, new NikContext(desk.Today, row.BirthDate, sex, desk.Demo)).Warnings) Odd(warning switch
        {
            NikWarning.ImpossibleBirthDate => "nik.birth-impossible",
            NikWarning.BirthDateDiffers => "nik.birth-differs",
            NikWarning.SexDiffers => "nik.sex-differs",
            NikWarning.UnknownProvince => "nik.province",
            _ => "nik.serial-zero",
        }, at.Nik);
    }

    private void Odd(string cause, int column) => desk.Note(cause, false, sheet, cells.Rows, Math.Max(0, column));
}
