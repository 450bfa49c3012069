using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Where the facts of a person stand in a table.</summary>
internal sealed class PersonColumns(TableLayout layout)
{
    private static readonly string[] DifficultyFields = [.. Enum.GetNames<Difficulties>().Skip(1).Select(n => "difficulty." + Kernel.Data.SnakeCase.Of(n))];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly int[] difficulties = [.. DifficultyFields.Select(layout.Column)];
    private readonly int birth = layout.Column("birth_date"), relation = layout.Column("relation"), marital = layout.Column("marital"), address = layout.Column("address"), rt = layout.Column("rt"),
        rw = layout.Column("rw"), pbiNational = layout.Column("pbi_national"), pbiLocal = layout.Column("pbi_local"), pkh = layout.Column("pkh"), bpnt = layout.Column("bpnt"), kks = layout.Column("kks"),
        kip = layout.Column("kip"), school = layout.Column("school"), education = layout.Column("education"), working = layout.Column("working"), business = layout.Column("owns_business"),
        employment = layout.Column("employment"), illness = layout.Column("chronic_illness"), nutrition = layout.Column("malnourished"), pregnant = layout.Column("pregnant"), disability = layout.Column("disability");

    public int Nik { get; } = layout.Column("nik");

    public int FamilyCard { get; } = layout.Column("family_card");

    public int Name { get; } = layout.Column("name");

    public int Sex { get; } = layout.Column("sex");

    public int Age { get; } = layout.Column("age");

    public int Decile { get; } = layout.Column("decile");

    public int Last { get; } = layout.Headers.Count - 1;

    public void Fill(RegistryPersonRow row, RowCells cells)
    {
        row.Name = cells.Words(Name);
        row.BirthDate = cells.Day(birth);
        row.Sex = cells.OfList("sex", Sex);
        row.Relation = cells.OfList("relation", relation);
        row.Marital = cells.OfList("marital", marital);
        row.Address = cells.Words(address);
        row.Rt = cells.Repeated(rt);
        row.Rw = cells.Repeated(rw);
        row.PbiNational = cells.YesNo(pbiNational);
        row.PbiLocal = cells.YesNo(pbiLocal);
        row.Pkh = cells.YesNo(pkh);
        row.Bpnt = cells.YesNo(bpnt);
        row.Kks = cells.YesNo(kks);
        row.Kip = cells.YesNo(kip);
        row.School = cells.OfList("school", school);
        row.Education = cells.OfList("education", education);
        row.Working = cells.YesNo(working);
        row.OwnsBusiness = cells.YesNo(business);
        row.Employment = Known("employment", cells.Text(employment));
        row.DifficultyGrades = Grades(cells);
        row.Difficulties = DifficultyGrades.Flags(row.DifficultyGrades);
        row.ChronicIllness = Illness(cells);
        row.Malnourished = cells.OfList("nutrition", nutrition) is { } n ? n == "true" : null;
        row.Pregnant = cells.YesNo(pregnant);
    }

    private string? Grades(RowCells cells)
    {
        Span<char> grades = stackalloc char[difficulties.Length];
        grades.Fill(DifficultyGrades.Unsaid);
        for (var i = 0; i < difficulties.Length; i++)
            if (cells.OfList("difficulty", difficulties[i]) is { } answer) grades[i] = DifficultyGrades.Sign(answer);
        if (cells.OfList("disability", disability) is { } kinds) Named(grades, kinds);
        return DifficultyGrades.Flags(grades) is null ? null : known.TryGetValue(grades.ToString(), out var same) ? same : Keep(grades.ToString());
    }

    /// <summary>A list of disabilities names them without a grade; who has none has none of all.</summary>
    private static void Named(Span<char> grades, string kinds)
    {
        grades.Replace(DifficultyGrades.Unsaid, DifficultyGrades.Sign("none"));
        foreach (var kind in kinds.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (Array.IndexOf(DifficultyFields, "difficulty." + kind) is var place && grades[place] < DifficultyGrades.Sign("named")) grades[place] = DifficultyGrades.Sign("named");
    }

    /// <summary>The same few patterns come again and again.</summary>
    private string Keep(string grades)
    {
        if (known.Count > 20_000) known.Clear();
        return known[grades] = grades;
    }

    /// <summary>Words that the list does not have say nothing: there are as many occupations as people.</summary>
    private static string? Known(string list, ReadOnlySpan<char> text) => text.IsEmpty ? null : ValueLists.Find(list, text);

    /// <summary>Every illness that is named counts; only the words for none are known.</summary>
    private bool? Illness(RowCells cells)
    {
        var text = cells.Text(illness);
        return text.IsEmpty ? null : ValueLists.Find("illness", text) is null;
    }
}
