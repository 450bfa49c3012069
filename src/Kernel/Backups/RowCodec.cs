using System.Buffers.Binary;
using System.Security.Cryptography;
using Layar.Kernel.Data;

namespace Layar.Kernel.Backups;

/// <summary>Rows as bytes: for every column a mark (0 nothing, 1 value) and the value of its kind.</summary>
internal static class RowCodec
{
    public static void Write(BinaryWriter output, IReadOnlyList<BackupColumn> columns, object?[] row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            output.Write(row[i] is not null);
            switch (row[i])
            {
                case null: break;
                case Guid id: output.Write(Stored.Bytes(id)); break;
                case DateTime time: output.Write(time.Ticks); break;
                case DateOnly day: output.Write(day.DayNumber); break;
                case bool flag: output.Write(flag); break;
                case int number: output.Write(number); break;
                case long number: output.Write(number); break;
                case double number: output.Write(number); break;
                case string text: output.Write(text); break;
                case byte[] bytes: output.Write7BitEncodedInt(bytes.Length); output.Write(bytes); break;
                default: throw new InvalidOperationException($"{columns[i].Name} holds a {row[i]!.GetType().Name}.");
            }
        }
    }

    public static object?[] Read(BinaryReader input, IReadOnlyList<BackupColumn> columns)
    {
        var row = new object?[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            if (!input.ReadBoolean()) continue;
            row[i] = columns[i].Kind switch
            {
                ColumnKind.Id => Stored.Id(input.ReadBytes(16)),
                ColumnKind.Time => new DateTime(input.ReadInt64(), DateTimeKind.Utc),
                ColumnKind.Day => DateOnly.FromDayNumber(input.ReadInt32()),
                ColumnKind.Bool => input.ReadBoolean(),
                ColumnKind.Int => input.ReadInt32(),
                ColumnKind.Long => input.ReadInt64(),
                ColumnKind.Real => input.ReadDouble(),
                ColumnKind.Bytes => input.ReadBytes(input.Read7BitEncodedInt()),
                _ => input.ReadString(),
            };
        }
        return row;
    }
}

/// <summary>Count and fingerprint of the rows of a table, whatever their order: the sum of the rows' hashes.</summary>
internal sealed class TableDigest
{
    public long Rows { get; private set; }

    public UInt128 Sum { get; private set; }

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(row, hash);
        Rows++;
        Sum = unchecked(Sum + BinaryPrimitives.ReadUInt128BigEndian(hash));
    }
}
