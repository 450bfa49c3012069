using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Demo;

/// <summary>Who opens a demo sees what a release says, on persons, in cases and when rules are tried.</summary>
[Trait("Kind", "slice"), Collection(UsualDemos.Name)]
public sealed class UsualRegisterTests(UsualDemo demo)
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private DemoSite Site => demo.Site;

    [Fact]
    public async Task A_release_of_the_last_quarter_is_in_force_and_nothing_of_it_was_wrong()
    {
        var import = Assert.Single(await Site.All<RegistryImport>());
        Assert.Equal((ImportState.Committed, RegistryKind.Dtsen, new DateOnly(2026, 9, 30)), (import.State, import.Kind, import.AsOf));
        var result = TrialResult.Read(import.Result)!;
        Assert.True(result is { Persons: > 1_000 and < 6_000, Families: > 400 }, $"{result.Persons} persons, {result.Families} families");
        Assert.Empty(result.Causes);
        Assert.Equal(157, (await Site.All<RegistryVillageCount>()).Select(c => c.Village).Distinct().Count());
        Assert.Empty(Directory.GetFiles(Path.Combine(Site.Folder, "registry")));
    }

    [Fact]
    public async Task No_number_of_it_can_belong_to_anybody()
    {
        var cipher = Site.Services.GetRequiredService<FieldCipher>();
        Assert.All(await Site.All<RegistryPersonRow>(), r => Assert.EndsWith("0000", cipher.Open(r.SealedNik, RegistryPersonRow.NikColumn, r.Id.Value)));
        Assert.All(await Site.All<RegistryFamilyRow>(), r => Assert.EndsWith("0000", cipher.Open(r.SealedFamilyCard, RegistryFamilyRow.CardColumn, r.Id.Value)));
    }

    [Fact]
    public async Task Most_persons_with_a_NIK_stand_in_it_and_some_do_not()
    {
        var listed = (await Site.All<RegistryPersonRow>()).Select(r => Convert.ToHexString(r.NikIndex!)).ToHashSet();
        var persons = (await Site.All<Person>()).Where(p => p is { NikIndex: not null, Name: not null, Area: not null, Restricted: false }).ToList();
        Assert.InRange(persons.Count(p => listed.Contains(Convert.ToHexString(p.NikIndex!))), persons.Count / 2, persons.Count - 1);
    }

    [Fact]
    public async Task The_rule_of_a_programme_counts_people_who_get_it_who_do_not_and_who_may()
    {
        var counted = await Site.Within(s => s.GetRequiredService<IRegisterCount>().Count(s.GetRequiredService<IProgrammes>().Find("pkh", Today)!.Rule, null, Today, default));
        Assert.True(counted.Answers is { Rule: { Yes: > 50, No: > 50 } }, counted.Answers?.ToString());
    }
}
