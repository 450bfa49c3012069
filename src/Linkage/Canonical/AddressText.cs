namespace Layar.Linkage.Canonical;

/// <summary>Words of an address with the usual short forms written alike, in Indonesian and English.</summary>
internal static class AddressText
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["jalan"] = "jl", ["jln"] = "jl", ["gang"] = "gg", ["nomor"] = "no", ["komplek"] = "komp", ["kompleks"] = "komp", ["perumahan"] = "perum",
        ["desa"] = "ds", ["dusun"] = "dsn", ["kelurahan"] = "kel", ["kecamatan"] = "kec", ["kabupaten"] = "kab", ["blok"] = "blk",
        ["street"] = "st", ["road"] = "rd", ["avenue"] = "ave", ["av"] = "ave", ["crescent"] = "cres", ["cresent"] = "cres", ["place"] = "pl", ["court"] = "ct",
        ["circuit"] = "cct", ["drive"] = "dr", ["close"] = "cl", ["lane"] = "ln", ["village"] = "vlge", ["mount"] = "mt", ["saint"] = "st",
        ["boulevard"] = "blvd", ["parade"] = "pde", ["terrace"] = "tce", ["highway"] = "hwy", ["apartment"] = "apt", ["north"] = "n", ["south"] = "s", ["east"] = "e", ["west"] = "w",
    };

    public static string Read(string raw)
    {
        var words = PlainText.Words(raw).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (Short.TryGetValue(words[i], out var brief)) words[i] = brief;
            else if (char.IsAsciiDigit(words[i][0])) words[i] = words[i].TrimStart('0') is { Length: > 0 } number ? number : "0";
        }
        return string.Join(' ', words);
    }
}
