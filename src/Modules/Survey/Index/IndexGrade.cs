namespace Layar.Survey.Index;

/// <summary>Grade of an index from 25 to 100 (Permenpan RB 14/2017).</summary>
internal enum IndexGrade
{
    A,
    B,
    C,
    D,
}

internal static class IndexGrades
{
    /// <summary>The printed bands have gaps (76.60 to 76.61), so the index is rounded to two decimals before it is asked here.</summary>
    public static IndexGrade Of(decimal roundedIndex) => roundedIndex switch
    {
        >= 88.31m => IndexGrade.A,
        >= 76.61m => IndexGrade.B,
        >= 65.00m => IndexGrade.C,
        _ => IndexGrade.D,
    };

    /// <summary>The name of the regulation, for printed reports; pages take <see cref="TextKey"/>.</summary>
    public static string OfficialName(this IndexGrade grade) => grade switch
    {
        IndexGrade.A => "Sangat baik",
        IndexGrade.B => "Baik",
        IndexGrade.C => "Kurang baik",
        _ => "Tidak baik",
    };

    public static string TextKey(this IndexGrade grade) => $"survey.grade.{char.ToLowerInvariant((char)('A' + (int)grade))}";
}
