using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Reads the family card of a person, and makes the family when no line of its own named it.</summary>
internal sealed class CardOfPerson(TrialDesk desk, RowCells cells, int column, int sheet)
{
    private readonly char[] digits = new char[16];
    private readonly char[] last = new char[16];
    private byte[]? lastIndex;
    private int lastLine;

    public (byte[] Index, SeenFamily Known)? Read(string? village, int? decile, string? address)
    {
        if (Index() is not { } index) return null;
        var key = SeenRows.Key(index);
        if (desk.Seen.Family(key) is { } known) return (index, known);
        var made = new SeenFamily(village, decile, false);
        var before = desk.InForce.HasFamily(key);
        // A row that is only compared makes no family.
        if (desk.Quiet && !before) return (index, made);
        desk.Seen.Add(key, made);
        if (!before) desk.Batch.Families.Add(Made(index, village, decile, address));
        return (index, made);
    }

    private byte[]? Index()
    {
        if (column < 0) return null;
        var line = cells.Rows.Line;
        var wrong = SixteenDigitCell.Read(cells.Text(column), cells.Rows.Kind(column), digits);
        if (wrong == "missing" && desk.Kind == RegistryKind.Village && lastIndex is not null && line == lastLine + 1)
        {
            // In lists of villages the card stands once, in a merged cell beside all members.
            desk.Note("kk.above", false, sheet, cells.Rows, column);
            lastLine = line;
            return lastIndex;
        }
        if (wrong is not null)
        {
            desk.Note("kk." + wrong + "-person", false, sheet, cells.Rows, column);
            lastIndex = null;
            return null;
        }
        lastLine = line;
        if (lastIndex is not null && digits.AsSpan().SequenceEqual(last)) return lastIndex;
        digits.CopyTo(last, 0);
        return lastIndex = desk.Ring.BlindIndex("kk", new string(digits));
    }

    private RegistryFamilyRow Made(byte[] index, string? village, int? decile, string? address)
    {
        var id = new RegistryRowId(Guid.CreateVersion7());
        return new RegistryFamilyRow
        {
            Id = id, ImportId = desk.Import, Sheet = sheet, Line = cells.Rows.Line, FamilyIndex = index, SealedFamilyCard = desk.Cipher.Seal(new string(last), RegistryFamilyRow.CardColumn, id.Value)!,
            Village = village, Decile = decile, Address = address,
        };
    }
}
