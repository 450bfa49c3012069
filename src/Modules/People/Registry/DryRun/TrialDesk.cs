using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Mapping;

namespace Layar.People.Registry.DryRun;

/// <summary>What all tables of one import share while they are read.</summary>
internal sealed record TrialDesk(RegistryImportId Import, RegistryKind Kind, DateOnly AsOf, DateOnly Today, bool Demo, FieldCipher Cipher, KeyRing Ring, VillageFinder Villages)
{
    public SeenRows Seen { get; } = new();

    public ProblemLog Problems { get; } = new(Import, Cipher);

    public TrialResult Result { get; } = new();

    public Batch Batch { get; set; } = new();

    public void Note(string cause, bool quarantined, int sheet, Reading.RowSource rows, int column)
    {
        if (Problems.Note(cause, quarantined, sheet, rows, column) is { } row) Batch.Problems.Add(row);
    }
}
