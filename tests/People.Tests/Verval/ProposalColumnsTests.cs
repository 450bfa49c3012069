using Layar.Catalogue.Contracts;
using Layar.People.Verval;
using Layar.Testing.Invented;

namespace Layar.People.Tests.Verval;

[Trait("Kind", "rule")]
public sealed class ProposalColumnsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-columns-").FullName;

    private string File => Path.Combine(folder, "verval-columns.json");

    [Fact]
    public void Without_a_file_of_the_office_the_shipped_order_counts()
    {
        Assert.Equal("nomor_induk_kependudukan", ProposalColumns.Read(null).All[0].Header);
        Assert.Equal(ProposalColumns.Read(null).All, ProposalColumns.Read(folder).All);
    }

    [Fact]
    public void Columns_of_the_person_stand_in_the_order_of_the_person_file_of_DTSEN()
    {
        string[] file = [.. InventedRelease.PersonHeader];
        var shipped = ProposalColumns.Read(null).All.Select(c => c.Header).ToList();
        Assert.Equal(file.Where(shipped.Contains), shipped.Where(file.Contains));
        Assert.Equal(["jenis_usulan", "data_diperbaiki", "alasan", "bukti", "tanggal_musdes", "nomor_berita_acara", "desil_rilis", "rilis"], shipped[shipped.IndexOf("jenis_usulan")..]);
    }

    [Fact]
    public void The_office_chooses_columns_order_and_words()
    {
        System.IO.File.WriteAllText(File, """{"entries": [{"header": "NAMA LENGKAP", "field": "name"}, {"header": "NIK", "field": "nik"}]}""");
        Assert.Equal([new SheetColumn("NAMA LENGKAP", "name"), new SheetColumn("NIK", "nik")], ProposalColumns.Read(folder).All);
    }

    [Theory]
    [InlineData("""{"entries": [{"header": "NIK", "field": "nik"}, {"header": "nik", "field": "umur"}]}""", "column 2: field: \"umur\" is none of", "header \"NIK\" stands twice")]
    [InlineData("""{"entries": [{"header": " ", "field": "nik"}, {"header": "NAMA"}]}""", "column 1: header: is empty", "column 2: field:")]
    [InlineData("""{"entries": []}""", "names no column")]
    [InlineData("{\n\"entries\": [", "verval-columns.json: line 2")]
    [InlineData("{}", "is no such list")]
    public void Each_fault_of_the_file_is_named(string content, params string[] faults)
    {
        System.IO.File.WriteAllText(File, content);
        var said = Assert.Throws<CatalogueDataException>(() => ProposalColumns.Read(folder)).Message;
        Assert.All(faults, fault => Assert.Contains(fault, said, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
