namespace Layar.Catalogue.Loading;

/// <summary>Gathers every fault of one load, so that an office corrects its files in one go.</summary>
internal sealed class Faults
{
    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void Add(string file, string entry, string field, string what) =>
        all.Add(field.Length == 0 ? $"{file}: {entry}: {what}" : $"{file}: {entry}: {field}: {what}");
}
