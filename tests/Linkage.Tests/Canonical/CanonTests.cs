using FsCheck;
using FsCheck.Fluent;
using Layar.Linkage.Canonical;
using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Tests.Canonical;

[Trait("Kind", "rule")]
public sealed class CanonTests
{
    [Theory]
    [InlineData("Moh. Yusuf", "MUHAMMAD JUSUF")]
    [InlineData("Mochammad Arifin", "muh arifin")]
    [InlineData("H. Soekarno", "sukarno")]
    [InlineData("Hj. St. Aminah", "Siti Aminah")]
    [InlineData("Djoko Tjahjono", "Joko Cahyono")]
    [InlineData("Abd. Rahman bin Ali", "Abdul Rahman Ali")]
    [InlineData("Sjahrir", "Syahrir")]
    [InlineData("Achmad Fauzi", "Ahmad Fauzi")]
    [InlineData("Nur Aisyah", "Noor Aisyah")]
    [InlineData("Drs. H. Rizky Hidayat", "Rizki Hidayat")]
    [InlineData("Saiffullah", "Saifullah")]
    [InlineData("Aminah binti Abdullah", "Aminah Abdullah")]
    [InlineData("Siti Rahmah Bt. H. Asmuni", "Siti Rahmah H Asmuni")]
    [InlineData("Rahmadi, S.E.", "Rahmadi")]
    [InlineData("Norhayati, SE, SH", "Norhayati")]
    [InlineData("Ibu Hj. Masnah", "Masnah")]
    [InlineData("Tuan Bahrani", "Bahrani")]
    [InlineData("Jamilah, S.Pd.", "Jamilah")]
    [InlineData("Sarkawi (alm)", "Sarkawi")]
    [InlineData("SUHARTO", "Soeharto")]
    public void Spellings_of_one_Indonesian_name_fold_alike(string left, string right) => Assert.Equal(Fold(left), Fold(right));

    [Theory]
    [InlineData("M.")]
    [InlineData("H.")]
    [InlineData("Siti")]
    [InlineData("Dr")]
    [InlineData("Ibu")]
    [InlineData("An")]
    [InlineData("Suharto")]
    [InlineData("Bin")]
    public void A_name_of_one_word_or_letter_stays(string name) => Assert.NotEmpty(Fold(name));

    [Theory]
    [InlineData("Siti Aminah", "Siti Aminudin")]
    [InlineData("Rahman", "Rahmat")]
    [InlineData("smith", "jones")]
    [InlineData("Dewi", "Dwi")]
    [InlineData("Dewi Lestari", "Dwi Lestari")]
    [InlineData("Yusuf An Nur", "Yusuf Nur")]
    [InlineData("Se Jong", "Jong")]
    [InlineData("Ratna Ibu Suri", "Ratna Suri")]
    [InlineData("Bintiara", "Ara")]
    public void Different_names_stay_different(string left, string right) => Assert.NotEqual(Fold(left), Fold(right));

    [Theory]
    [InlineData("19800417", "19800417")]
    [InlineData("1980-04-17", "19800417")]
    [InlineData("1980-04-17T00:00:00", "19800417")]
    [InlineData("17/04/1980", "19800417")]
    [InlineData("17-4-80", "19800417")]
    [InlineData("17041980", "19800417")]
    [InlineData("17 April 1980", "19800417")]
    [InlineData("17 Agustus 1945", "19450817")]
    [InlineData("1980", "19800000")]
    [InlineData("19551192", "19551192")]
    [InlineData("bukan tanggal", "")]
    [InlineData("99999999999999999999", "")]
    public void Dates_are_read_in_every_usual_form(string raw, string expected) => Assert.Equal(expected, Canon.For(FieldKind.Date, [raw])(raw));

    [Fact]
    public void A_column_decides_whether_the_month_comes_first() => Assert.Equal("19800304", Canon.For(FieldKind.Date, ["12/25/1970", "03/04/1980"])("03/04/1980"));

    [Theory]
    [InlineData("+62 812-3456-7890", "081234567890")]
    [InlineData("62812 3456 7890", "0812 3456 7890")]
    public void Telephone_numbers_are_compared_without_country_and_separators(string left, string right) =>
        Assert.Equal(Canon.For(FieldKind.Text, [])(left), Canon.For(FieldKind.Text, [])(right));

    [Theory]
    [InlineData("Jalan Mawar Nomor 007", "Jl. Mawar No. 7")]
    [InlineData("10 Wallaby Crescent", "10 wallaby cres")]
    [InlineData("Café  Straße", "cafe strasse")]
    public void Addresses_are_compared_in_their_short_forms(string left, string right) =>
        Assert.Equal(Canon.For(FieldKind.Address, [])(left), Canon.For(FieldKind.Address, [])(right));

    [Fact]
    public void No_text_breaks_any_kind()
    {
        foreach (var kind in Enum.GetValues<FieldKind>())
            Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text is null || Canon.For(kind, [text])(text) is not null).Check(Config.QuickThrowOnFailure);
    }

    private static string Fold(string name) => string.Join(' ', NameFolding.Words(PlainText.Words(name)));
}
