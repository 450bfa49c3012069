using Layar.People.Registry.Releases;

namespace Layar.People.Registry.DryRun;

/// <summary>Rows that are written in one go.</summary>
internal sealed class Batch
{
    public const int Full = 20_000;

    public List<RegistryFamilyRow> Families { get; } = [];

    public List<RegistryPersonRow> Persons { get; } = new(Full);

    public List<RegistryProblem> Problems { get; } = [];

    public bool IsFull => Families.Count + Persons.Count + Problems.Count >= Full;

    /// <summary>How far the files were read when the batch was full.</summary>
    public long BytesDone { get; set; }

    public int RowsDone { get; set; }
}
