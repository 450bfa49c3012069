namespace Layar.Areas.Contracts;

/// <summary>A kabupaten, kecamatan, desa or kelurahan by its Kemendagri code, e.g. <c>63.11.02.2004</c>.</summary>
/// <param name="Code">dotted code; also BMKG's adm4</param>
/// <param name="ParentCode">code one level up</param>
/// <param name="Level">2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan</param>
/// <param name="Kind">kabupaten, kota, kecamatan, desa, kelurahan</param>
public sealed record Area(string Code, string ParentCode, int Level, string Kind, string Name, double? Lat = null, double? Lon = null);

/// <summary>The areas in force, held in memory: a kabupaten has some hundred.</summary>
public interface IAreas
{
    Area? Find(string? code);

    /// <summary>Areas one level below, by name.</summary>
    IReadOnlyList<Area> Below(string parentCode);

    /// <summary>"Tabuan, Halong" for a village, the name alone for others, null when unknown.</summary>
    string? Describe(string? code);

    /// <summary>Areas whose name or alias reads like this, folded: case, spaces, apostrophes, Sei/Sungai, "Desa", "Kec." do not count.</summary>
    /// <param name="within">only this area and those below it; some names stand twice in a kabupaten</param>
    IReadOnlyList<Area> Named(string name, string? within = null);

    /// <summary>Takes the position of a report into the mean point of its village; outside Indonesia it is ignored.</summary>
    Task Learn(string villageCode, double lat, double lon, CancellationToken stop);

    /// <summary>Reads the list again, after it was changed.</summary>
    void Reload();
}
