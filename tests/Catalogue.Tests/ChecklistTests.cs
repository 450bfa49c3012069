using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Tests;

[Trait("Kind", "rule")]
public sealed class ChecklistTests
{
    private static IEnumerable<string> Asked(string service, Circumstances circumstances) =>
        Given.Balangan.RequirementsFor(Given.Service(service), circumstances).Where(r => r.Need != RequirementNeed.IfAny).Select(r => r.Document);

    private static Checklist Check(string service, Circumstances circumstances, params HeldDocument[] held) =>
        Given.Balangan.Checklist(Given.Service(service), circumstances, held, Given.Today);

    [Fact]
    public void A_child_brings_no_identity_card_of_its_own()
    {
        Assert.DoesNotContain("ktp", Asked("alat-bantu", Circumstances.Child));
        Assert.Contains("kia", Asked("alat-bantu", Circumstances.Child));
        Assert.DoesNotContain("kia", Asked("alat-bantu", Circumstances.None));
    }

    [Fact]
    public void In_an_emergency_the_letters_of_a_mental_hospital_referral_may_follow() =>
        Assert.DoesNotContain("keterangan-jiwa", Asked("rujukan-rsj", Circumstances.Emergency));

    [Fact]
    public void Nobody_asks_an_unknown_person_without_family_for_papers() =>
        Assert.Empty(Asked("rujukan-rsj", Circumstances.Emergency | Circumstances.UnknownIdentity | Circumstances.NoFamily));

    [Fact]
    public void Who_is_registered_needs_no_statement_of_poverty() =>
        Assert.DoesNotContain("sktm", Asked("permakanan", Circumstances.Registered));

    [Fact]
    public void Reactivation_always_needs_the_letter_of_a_health_facility() =>
        Assert.Contains("surat-faskes", Asked("pbi-reaktivasi", Circumstances.Newborn));

    [Fact]
    public void An_iris_scan_stands_in_for_an_identity_card()
    {
        var list = Check("pemulangan", Circumstances.None, new HeldDocument("pindai-iris"), new("keterangan-terlantar"), new("wawancara"));

        Assert.True(list.Complete);
        Assert.Equal(ChecklistState.CoveredByGroup, list.Items.Single(i => i.Document.Code == "ktp").State);
    }

    [Fact]
    public void A_missing_paper_is_named()
    {
        var list = Check("keterangan-dtsen", Circumstances.None, new HeldDocument("ktp"));

        Assert.False(list.Complete);
        Assert.Equal(["kk"], list.Blocking.Select(i => i.Document.Code));
    }

    [Fact]
    public void An_expired_statement_blocks()
    {
        var list = Check("kube", Circumstances.None, new("proposal"), new("ktp"), new("kk"), new("pengantar-desa"), new("sktm", new DateOnly(2026, 1, 1)));

        Assert.Equal(ChecklistState.Expired, Assert.Single(list.Blocking).State);
    }
}
