using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Reads the rows of a family table.</summary>
internal sealed class FamilyReading
{
    private static readonly string[] AssetFields = [.. Enum.GetNames<Assets>().Skip(1).Take(16).Select(n => "asset." + Kernel.Data.SnakeCase.Of(n))];
    private readonly TrialDesk desk;
    private readonly int sheet;
    private readonly RowCells cells;
    private readonly PlaceColumns place;
    private readonly char[] digits = new char[16];
    private readonly int card, head, size, address, decile, decileProvince, decileRegency, pbiNational, pbiLocal, floorArea, power;
    private readonly (string List, int Column)[] lists;
    private readonly int[] assets, livestock;
    private readonly int headers;

    public FamilyReading(TrialDesk desk, TableLayout layout, RowSource rows, int sheet)
    {
        (this.desk, this.sheet, headers) = (desk, sheet, layout.Named);
        cells = new RowCells(layout, rows, (cause, column) => desk.Note(cause, false, sheet, rows, column), desk.Today);
        place = new PlaceColumns(layout);
        (card, head, size, address) = (layout.Column("family_card"), layout.Column("head_name"), layout.Column("size"), layout.Column("address"));
        (decile, decileProvince, decileRegency) = (layout.Column("decile"), layout.Column("decile_province"), layout.Column("decile_regency"));
        (pbiNational, pbiLocal, floorArea, power) = (layout.Column("pbi_national"), layout.Column("pbi_local"), layout.Column("floor_area"), layout.Column("power"));
        lists = [.. new[] { "house", "floor", "wall", "roof", "water", "lighting", "cooking", "toilet" }.Select(l => (l, layout.Column(l)))];
        assets = [.. AssetFields.Select(layout.Column)];
        livestock = [.. layout.Fields.Select((f, i) => (f, i)).Where(p => p.f?.StartsWith("livestock.", StringComparison.Ordinal) == true).Select(p => p.i)];
    }

    public void Read()
    {
        var rows = cells.Rows;
        var wrong = SixteenDigitCell.Read(cells.Text(card), rows.Kind(card), digits);
        if (wrong == "missing" && (cells.Text(head).IsEmpty || PersonReading.IsFooter(cells.Text(head))))
        {
            desk.Result.PassedOver++;
            return;
        }
        if (rows.IsShort(headers))
        {
            desk.Note(rows.IsCut(headers) ? "row.cut" : "row.short", true, sheet, rows, Math.Max(0, rows.Columns - 1));
            return;
        }
        if (wrong is not null)
        {
            desk.Note("kk." + wrong, true, sheet, rows, card);
            return;
        }
        var number = new string(digits);
        var index = desk.Ring.BlindIndex("kk", number);
        var key = SeenRows.Key(index);
        if (desk.InForce.HasFamily(key))
        {
            Compare(key);
            return;
        }
        var row = Row(number, index);
        if (desk.Seen.Add(key, new SeenFamily(row.Village, row.Decile, true))) desk.Batch.Families.Add(row);
        else desk.Note("kk.repeated", true, sheet, rows, card);
    }

    /// <summary>Another import of the same release has put the family in force.</summary>
    private void Compare(UInt128 key)
    {
        desk.Quiet = true;
        var family = new SeenFamily(place.Find(cells, desk.Villages), cells.Decile(decile), true);
        desk.Quiet = false;
        desk.Seen.Add(key, family);
        if (desk.InForce.FamilyDiffers(key, family)) desk.Note("kk.in-force", true, sheet, cells.Rows, card);
        else desk.Result.AlreadyThere++;
    }

    private RegistryFamilyRow Row(string number, byte[] index)
    {
        var id = new RegistryRowId(Guid.CreateVersion7());
        var village = place.Find(cells, desk.Villages);
        if (village is null && place.Any) desk.Note("village.unknown", false, sheet, cells.Rows, place.First);
        return new RegistryFamilyRow
        {
            Id = id, ImportId = desk.Import, Sheet = sheet, Line = cells.Rows.Line, SealedFamilyCard = desk.Cipher.Seal(number, RegistryFamilyRow.CardColumn, id.Value)!, FamilyIndex = index,
            HeadName = cells.Words(head), Size = cells.Count(size), Village = village, Address = cells.Words(address), Decile = cells.Decile(decile),
            DecileProvince = cells.Decile(decileProvince), DecileRegency = cells.Decile(decileRegency), PbiNational = cells.YesNo(pbiNational), PbiLocal = cells.YesNo(pbiLocal),
            House = List(0), Floor = List(1), Wall = List(2), Roof = List(3), FloorArea = cells.Count(floorArea), Water = List(4), Lighting = List(5),
            Power = cells.Repeated(power), Cooking = List(6), Toilet = List(7), Assets = Assets(), Raw = cells.Raw(),
        };
    }

    private string? List(int i) => cells.OfList(lists[i].List, lists[i].Column);

    private int? Assets()
    {
        int? flags = null;
        for (var i = 0; i < assets.Length; i++)
            if (cells.YesNo(assets[i]) is { } has) flags = (flags ?? 0) | (has ? 1 << i : 0);
        foreach (var column in livestock)
            if (cells.Count(column) is { } heads) flags = (flags ?? 0) | (heads > 0 ? (int)Contracts.Assets.Livestock : 0);
        return flags;
    }
}
