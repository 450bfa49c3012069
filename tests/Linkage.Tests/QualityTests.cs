using Layar.Linkage.Tests.Invented;

namespace Layar.Linkage.Tests;

/// <summary>Floors a little below what was measured on these seeds; nothing was tuned on single pairs.</summary>
[Trait("Kind", "rule")]
public sealed class QualityTests : IDisposable
{
    private const string FourColumns = """{ "id": "rec_id", "columns": { "given_name": "given", "surname": "family", "date_of_birth": "date", "postcode": "code" } }""";
    private const string NamesAndPlaces = """{ "id": "rec_id", "columns": { "given_name": "given", "surname": "family", "suburb": "place", "postcode": "code" } }""";
    private readonly Scratch scratch = new();

    [Fact]
    public void Two_files_with_few_errors_link_almost_without_fault()
    {
        var (clean, repeated) = new EnglishPersons(101).TwoFiles(5000, 5);

        scratch.Judge(clean, repeated).AtLeast(0.999, 0.999);
    }

    [Fact]
    public void Two_files_that_overlap_by_half_invent_no_links()
    {
        var (clean, repeated) = new EnglishPersons(102).TwoFiles(4000, 8, overlap: 0.5);

        scratch.Judge(clean, repeated).AtLeast(0.999, 0.999);
    }

    [Theory, InlineData(FourColumns), InlineData(NamesAndPlaces)]
    public void Four_columns_without_a_number_are_enough(string model)
    {
        var (clean, repeated) = new EnglishPersons(103).TwoFiles(4000, 6, overlap: 0.6);

        scratch.Judge(clean, repeated, model).AtLeast(0.99, 0.97);
    }

    [Fact]
    public void Up_to_five_copies_with_up_to_ten_errors_are_found()
    {
        scratch.Judge(new EnglishPersons(104).OneFile(2000, 3000, 10, 2)).AtLeast(0.999, 0.995);
    }

    [Fact]
    public void Letters_in_disorder_and_exchanged_names_are_found()
    {
        scratch.Judge(new ScrambledPersons(105).OneFile(1000)).AtLeast(0.98, 0.95);
    }

    [Fact]
    public void Copies_in_a_registry_are_found_and_households_stay_apart()
    {
        scratch.Judge(new IndonesianPersons(106).OneFile(15_000, 0.2)).AtLeast(0.998, 0.998);
    }

    [Fact]
    public void Copies_in_a_registry_without_numbers_are_found_and_twins_stay_apart()
    {
        scratch.Judge(new IndonesianPersons(107).OneFile(15_000, 0.2, numbers: false)).AtLeast(0.99, 0.99);
    }

    [Fact]
    public void A_file_without_repeated_persons_stays_as_it_is()
    {
        var pairs = scratch.Link(new IndonesianPersons(108).OneFile(8000, 0)).Pairs;

        Assert.True(pairs.Count(p => p.Decision == Running.LinkDecision.Same) <= 4);
    }

    public void Dispose() => scratch.Dispose();
}
