using Layar.Catalogue.Contracts;
using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Proofs;

namespace Layar.Catalogue.Programmes;

/// <summary>Who of a household counts for a programme with components. Each member counts once, for the highest amount still open.</summary>
internal static class HouseholdGrant
{
    public static IReadOnlyList<ComponentShare> Shares(Programme programme, FactSheet person, Moment moment)
    {
        var members = person.Household.Count > 0 ? person.Household : [person];
        return Shares(programme, [.. members.Select(m => programme.Components.Where(c => Prover.Prove(c.Rule, m, moment).Truth == Truth.Yes).ToList())]);
    }

    /// <param name="programme">with components</param>
    /// <param name="fitting">of each member the components that surely hold</param>
    public static IReadOnlyList<ComponentShare> Shares(Programme programme, IReadOnlyList<IReadOnlyCollection<HouseholdComponent>> fitting)
    {
        var open = fitting.Where(f => f.Count > 0).ToList();
        var counted = new Dictionary<HouseholdComponent, int>();
        var left = programme.MostPersons ?? int.MaxValue;
        foreach (var component in programme.Components.OrderByDescending(c => c.YearlyRupiah))
        {
            var room = Math.Min(left, component.Most ?? int.MaxValue);
            // Whoever fits fewer components goes first, so that the others keep their second chance.
            foreach (var member in open.Where(o => o.Contains(component)).OrderBy(o => o.Count).Take(room).ToList())
            {
                open.Remove(member);
                counted[component] = counted.GetValueOrDefault(component) + 1;
                left--;
            }
        }
        return [.. programme.Components.Where(counted.ContainsKey).Select(c => new ComponentShare(c, counted[c], counted[c] * c.YearlyRupiah))];
    }
}
