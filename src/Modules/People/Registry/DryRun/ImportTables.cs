using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;

namespace Layar.People.Registry.DryRun;

/// <summary>One table of the files of an import.</summary>
/// <param name="Layout">null when nothing in it looks like persons or families</param>
internal sealed record FoundTable(ImportFile File, int Index, string? Sheet, TableLayout? Layout)
{
    public string Name => Sheet is null ? File.Name : $"{File.Name} › {Sheet}";
}

/// <summary>Finds the tables of an import with their layouts; a corrected mapping of the same header wins.</summary>
internal sealed class ImportTables(ImportFiles files)
{
    /// <exception cref="ReadingFault">when a file cannot be read</exception>
    public IReadOnlyList<FoundTable> Find(IReadOnlyList<ImportFile> named, Func<byte[], SavedColumns?> saved)
    {
        var found = new List<FoundTable>();
        foreach (var file in named)
        {
            using var open = files.Open(file);
            for (var i = 0; i < open.Tables.Count; i++)
            {
                using var rows = open.Rows(i);
                var layout = HeaderFinder.Find(rows);
                if (layout is not null && saved(layout.Fingerprint) is { } columns) layout = columns.On(layout);
                found.Add(new FoundTable(file, i, open.Tables[i], layout));
            }
        }
        return found;
    }

    /// <summary>DTSEN names its persons <c>nomor_induk_kependudukan</c>, BDT and DTKS carry <c>IDBDT</c>; everything else is a list of a desa.</summary>
    public static RegistryKind Guess(IEnumerable<FoundTable> tables)
    {
        var headers = tables.SelectMany(t => t.Layout?.Headers ?? []).Select(h => KnownColumns.Fold(h)).ToHashSet(StringComparer.Ordinal);
        if (headers.Contains("idbdt") || headers.Contains("idartbdt")) return headers.Contains("adabpnt") ? RegistryKind.Dtks : RegistryKind.Bdt;
        return headers.Contains("nomorindukkependudukan") || headers.Contains("desilnasional") ? RegistryKind.Dtsen : RegistryKind.Village;
    }
}
