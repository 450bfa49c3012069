using System.Security.Cryptography;
using System.Text;

namespace Layar.People.Registry.Mapping;

/// <summary>Where a table begins and what its columns mean.</summary>
/// <param name="Kind">null when the table is left out</param>
/// <param name="FirstLine">first line of data; everything before is heading</param>
/// <param name="Headers">headers as they stand</param>
/// <param name="Fields">field of each column; null for a column that is only kept as it stands</param>
internal sealed record TableLayout(TableKind? Kind, int FirstLine, IReadOnlyList<string> Headers, IReadOnlyList<string?> Fields)
{
    /// <summary>The same for every table with this header, so that a corrected mapping is found again.</summary>
    public byte[] Fingerprint => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Headers.Select(h => KnownColumns.Fold(h)))));

    /// <summary>Position of a field; −1 when no column has it.</summary>
    public int Column(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i] == field) return i;
        return -1;
    }

    /// <summary>Columns up to the last one that has a header.</summary>
    public int Named => Enumerable.Range(0, Headers.Count).LastOrDefault(i => Headers[i].Length > 0, -1) + 1;

    /// <summary>Whether rows can be told apart: a person by NIK or name, a family by its card.</summary>
    public bool IsComplete => Kind switch
    {
        TableKind.Person => Column("nik") >= 0 && Column("name") >= 0,
        TableKind.Family => Column("family_card") >= 0,
        _ => true,
    };

    /// <summary>Columns whose value is kept as it stands: all but numbers, the mother's name and what has a text column of its own.</summary>
    public IReadOnlyList<int> RawColumns => [.. Enumerable.Range(0, Fields.Count).Where(i => Headers[i].Length > 0 && Fields[i] is not ("nik" or "family_card" or "never_kept" or "name" or "head_name" or "address" or "rt" or "rw"))];
}
