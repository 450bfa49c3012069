namespace Layar.Cases.Contracts;

/// <summary>
/// The reports that belong to cases, kept by the module that takes them in. Called inside the change that merges or splits;
/// without an implementation cases merge and their reports stay where they are.
/// </summary>
public interface IReportsOfCases
{
    /// <summary>All reports of <paramref name="from"/> now belong to <paramref name="to"/>; each remembers where it came in.</summary>
    Task Move(CaseId from, CaseId to);

    /// <summary>The reports that first belonged to <paramref name="original"/> belong to it again.</summary>
    Task<MovedReports> MoveBack(CaseId original);
}

/// <summary>How much went with a case.</summary>
/// <param name="Photos">of those reports</param>
public sealed record MovedReports(int Reports, int Photos);

/// <summary>The citizen's own words of a case, for search. Null when there are none or the report is secret.</summary>
public interface ICaseWords
{
    Task<string?> WordsOf(CaseId id);
}

/// <summary>What reports of a case have in common with others, without telling what it is: for finding the same report sent twice.</summary>
public interface ISameReporter
{
    /// <summary>Cases among <paramref name="candidates"/> with a report from the same telephone as one of <paramref name="id"/>, by blind index.</summary>
    Task<IReadOnlySet<CaseId>> SamePhone(CaseId id, IReadOnlyList<CaseId> candidates, CancellationToken stop);

    /// <summary>Where the reports of these cases point to; cases without a position are left out.</summary>
    Task<IReadOnlyDictionary<CaseId, CasePosition>> Positions(IReadOnlyList<CaseId> cases, CancellationToken stop);
}

/// <summary>Degrees, WGS 84.</summary>
public sealed record CasePosition(double Lat, double Lon);

/// <summary>Officers who can be named for a secret case; answered by whoever keeps the accounts.</summary>
public interface IOfficerDirectory
{
    Task<IReadOnlyList<NameableOfficer>> All(CancellationToken stop);
}

/// <param name="Title">role in words, to tell people of one name apart</param>
public sealed record NameableOfficer(Guid StaffId, string Name, string? Title);

/// <summary>Builds the word index for cases that came in without it, such as demo data.</summary>
public interface ICaseSearchBuilder
{
    /// <summary>Indexes every open or closed case that is not in the index yet; secret ones never.</summary>
    /// <returns>cases added</returns>
    Task<int> BuildMissing(CancellationToken stop);

    /// <summary>Indexes cases whose words the caller has at hand, some ten thousand at once and in order of arrival; must not hold secret ones.</summary>
    Task Add(IReadOnlyList<SearchedCase> cases, CancellationToken stop);
}

/// <param name="Text">title, story and names; numbers of persons and telephones are left out by the index</param>
public sealed record SearchedCase(CaseId Id, string Text, string? Area);
