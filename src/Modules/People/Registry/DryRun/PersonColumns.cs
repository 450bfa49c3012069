using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Where the facts of a person stand in a table.</summary>
internal sealed class PersonColumns(TableLayout layout)
{
    private static readonly string[] DifficultyFields = [.. Enum.GetNames<Difficulties>().Skip(1).Select(n => "difficulty." + Kernel.Data.SnakeCase.Of(n))];
    private readonly int[] difficulties = [.. DifficultyFields.Select(layout.Column)];
    private readonly int birth = layout.Column("birth_date"), relation = layout.Column("relation"), marital = layout.Column("marital"), address = layout.Column("address"), rt = layout.Column("rt"),
        rw = layout.Column("rw"), pbiNational = layout.Column("pbi_national"), pbiLocal = layout.Column("pbi_local"), pkh = layout.Column("pkh"), bpnt = layout.Column("bpnt"), kks = layout.Column("kks"),
        kip = layout.Column("kip"), school = layout.Column("school"), education = layout.Column("education"), working = layout.Column("working"), business = layout.Column("owns_business"),
        illness = layout.Column("chronic_illness"), nutrition = layout.Column("malnourished"), pregnant = layout.Column("pregnant"), disability = layout.Column("disability");

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
        row.Difficulties = Difficulty(cells);
        row.ChronicIllness = Illness(cells);
        row.Malnourished = cells.OfList("nutrition", nutrition) is { } n ? n == "true" : null;
        row.Pregnant = cells.YesNo(pregnant);
    }

    private int? Difficulty(RowCells cells)
    {
        int? flags = null;
        for (var i = 0; i < difficulties.Length; i++)
            if (cells.OfList("difficulty", difficulties[i]) is { } answer) flags = (flags ?? 0) | (answer == "some" ? 1 << i : 0);
        if (cells.OfList("disability", disability) is not { } kinds) return flags;
        flags ??= 0;
        foreach (var kind in kinds.Split(',', StringSplitOptions.RemoveEmptyEntries)) flags |= 1 << Array.IndexOf(DifficultyFields, "difficulty." + kind);
        return flags;
    }

    /// <summary>Every illness that is named counts; only the words for none are known.</summary>
    private bool? Illness(RowCells cells)
    {
        var text = cells.Text(illness);
        return text.IsEmpty ? null : ValueLists.Find("illness", text) is null;
    }
}
