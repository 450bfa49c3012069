using System.Collections.Frozen;

namespace Layar.Eligibility.Language;

/// <summary>The words of the language; no fact may be called so.</summary>
internal static class Keywords
{
    public const string And = "dan", Or = "atau", Not = "tidak", Contains = "memuat", One = "salah", Of = "satu", All_ = "semua", Between = "antara", To = "sampai",
        Within = "dalam", Years = "tahun", Months = "bulan", Days = "hari", Ever = "pernah", Exists = "ada", Member = "anggota", Count = "jumlah", Limit = "batas",
        Always = "selalu", EverPrefix = "pernah_";

    public static readonly FrozenSet<string> All = new[]
    {
        And, Or, Not, Contains, One, Of, All_, Between, To, Within, Years, Months, Days, Ever, Exists, Member, Count, Limit, Always,
    }.ToFrozenSet(StringComparer.Ordinal);
}
