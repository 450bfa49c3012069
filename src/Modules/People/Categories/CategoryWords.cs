using Layar.Catalogue.Contracts;
using Layar.People.Lists;

namespace Layar.People.Categories;

/// <summary>A type as people read it.</summary>
internal sealed record CategoryWord(CategoryKind Kind, string Code, string Name, bool Sensitive);

/// <summary>The words of all kinds, from the catalogue and the module's own lists.</summary>
internal sealed class CategoryWords(ICatalogue catalogue)
{
    public IEnumerable<CategoryWord> Of(CategoryKind kind) => kind switch
    {
        CategoryKind.Ppks => catalogue.PpksTypes.Select(p => new CategoryWord(kind, p.Code, p.Name.ToString(), p.Sensitive)),
        CategoryKind.Label => catalogue.Labels.Select(l => new CategoryWord(kind, l.Code, l.Name.ToString(), l.Sensitive)),
        CategoryKind.Disability => PersonLists.Disabilities.Select(d => new CategoryWord(kind, d.Code, d.Name.ToString(), d.Sensitive)),
        _ => PersonLists.Resources.Select(r => new CategoryWord(kind, r.Code, r.Name.ToString(), r.Sensitive)),
    };

    public CategoryWord? Find(CategoryKind kind, string code) => Of(kind).FirstOrDefault(w => w.Code == code);

    /// <summary>Types that age and sex allow and that are not sensitive; a person decides.</summary>
    public IEnumerable<CategoryWord> Suggested(int? age, string sex, IEnumerable<string> held)
    {
        if (age is null) return [];
        var taken = held.ToHashSet();
        return catalogue.PpksCandidates(age, sex is "L" or "P" ? sex : null).Where(p => p is { Sensitive: false, Unit: PpksUnit.Person } && p.AgeFrom is not null && !taken.Contains(p.Code))
            .Select(p => new CategoryWord(CategoryKind.Ppks, p.Code, p.Name.ToString(), false));
    }
}
