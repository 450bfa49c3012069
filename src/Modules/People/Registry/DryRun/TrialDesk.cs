using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Mapping;

namespace Layar.People.Registry.DryRun;

/// <summary>What all tables of one import share while they are read.</summary>
internal sealed record TrialDesk(RegistryImportId Import, RegistryKind Kind, DateOnly AsOf, DateOnly Today, bool Demo, FieldCipher Cipher, KeyRing Ring, VillageFinder Villages)
{
    public SeenRows Seen { get; } = new();

    public RowsInForce InForce { get; } = new();

    public ProblemLog Problems { get; } = new(Import, Cipher);

    public TrialResult Result { get; } = new();

    public Batch Batch { get; set; } = new();

    /// <summary>What is odd is not noted: the row is only compared, and what is in force was noted when it was tried.</summary>
    public bool Quiet { get; set; }

    public void Note(string cause, bool quarantined, int sheet, Reading.RowSource rows, int column)
    {
        if (!Quiet && Problems.Note(cause, quarantined, sheet, rows, column) is { } row) Batch.Problems.Add(row);
    }
}
