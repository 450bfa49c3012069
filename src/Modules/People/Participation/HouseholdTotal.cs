namespace Layar.People.Participation;

/// <summary>What runs in a household, added up.</summary>
/// <param name="Programmes">participations that run</param>
/// <param name="YearlyRupiah">of those with an amount</param>
/// <param name="Unpriced">participations in kind or without a known amount</param>
internal sealed record HouseholdTotal(int Programmes, long YearlyRupiah, int Unpriced)
{
    public static HouseholdTotal Of(IEnumerable<ProgrammeParticipation> running)
    {
        var all = running.ToList();
        return new(all.Count, all.Sum(p => p.InOneYear ?? 0), all.Count(p => p.Amount is null));
    }
}
