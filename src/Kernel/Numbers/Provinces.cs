using System.Collections.Frozen;

namespace Layar.Kernel.Numbers;

/// <summary>Kemendagri codes of the 38 provinces (Kepmendagri 300.2.2-2138/2025).</summary>
public static class Provinces
{
    private static readonly FrozenSet<string> Codes = new[]
    {
        "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52", "53", "61", "62", "63", "64", "65",
        "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94", "95", "96",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="code">two digits, as a NIK or an area code begins</param>
    public static bool Has(string code) => Codes.Contains(code);
}
