using Layar.People.Registry.Mapping;

namespace Layar.People.Registry.DryRun;

/// <summary>The columns that say in which village a row belongs.</summary>
internal sealed class PlaceColumns(TableLayout layout)
{
    private readonly int village = layout.Column("village_name");
    private readonly int district = layout.Column("district_name");
    private readonly int regency = layout.Column("regency_name");
    private readonly int code = layout.Column("village_code");
    private readonly int[] parts = [layout.Column("bdt_province"), layout.Column("bdt_regency"), layout.Column("bdt_district"), layout.Column("bdt_village")];
    private static readonly int[] PartLengths = [2, 2, 3, 3];
    private readonly bool inParts = layout.Column("bdt_village") >= 0 && layout.Column("bdt_district") >= 0 && layout.Column("bdt_regency") >= 0 && layout.Column("bdt_province") >= 0;

    public bool Any => village >= 0 || code >= 0 || parts[3] >= 0;

    public int First => village >= 0 ? village : code >= 0 ? code : Math.Max(0, parts[3]);

    /// <summary>The row says something of its village, understood or not.</summary>
    public bool IsNamed(RowCells cells) => !cells.Text(village).IsEmpty || !cells.Text(code).IsEmpty || !cells.Text(parts[3]).IsEmpty;

    public string? Find(RowCells cells, VillageFinder villages)
    {
        if (!Any) return null;
        var written = cells.Text(code);
        if (!written.IsEmpty || !inParts) return villages.Find(cells.Text(village), cells.Text(district), cells.Text(regency), written);
        Span<char> joined = stackalloc char[10];
        return villages.Find(cells.Text(village), cells.Text(district), cells.Text(regency), joined[..Join(cells, joined)]);
    }

    /// <summary>BDT files have the BPS code in four columns: province, regency, kecamatan, desa; each may be shortened or whole.</summary>
    private int Join(RowCells cells, Span<char> into)
    {
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = cells.Text(parts[i]);
            if (part.Length == 10 && i == 3)
            {
                part.CopyTo(into);
                return 10;
            }
            if (part.Length > PartLengths[i]) part = part[^PartLengths[i]..];
            into[at..(at + PartLengths[i])].Fill('0');
            part.CopyTo(into[(at + PartLengths[i] - part.Length)..]);
            at += PartLengths[i];
        }
        return at;
    }
}
