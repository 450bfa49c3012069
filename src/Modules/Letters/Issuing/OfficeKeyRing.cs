using Layar.Catalogue.Contracts;
using Layar.Kernel.Installations;
using Layar.Letters.Sealing;

namespace Layar.Letters.Issuing;

/// <summary>The office's keys, read when the first letter needs them.</summary>
internal sealed class OfficeKeyRing(Installation installation, ICatalogue catalogue, TimeProvider clock) : IDisposable
{
    private readonly Lazy<OfficeKeys> keys = new(() => OfficeKeys.LoadOrCreate(installation.KeyFolder, catalogue.Instance.OfficeShort, clock));

    public OfficeKeys Keys => keys.Value;

    public void Dispose()
    {
        if (keys.IsValueCreated) keys.Value.Dispose();
    }
}
