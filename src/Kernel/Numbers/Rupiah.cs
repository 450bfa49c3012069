using System.Globalization;

namespace Layar.Kernel.Numbers;

/// <summary>Money is whole rupiah in a <c>long</c>.</summary>
public static class Rupiah
{
    /// <summary>Rp1.250.000, and -Rp500 below zero; the same in every culture.</summary>
    public static string Format(long rupiah) =>
        (rupiah < 0 ? "-Rp" : "Rp") + rupiah.ToString("#,##0;#,##0", CultureInfo.InvariantCulture).Replace(',', '.');
}
