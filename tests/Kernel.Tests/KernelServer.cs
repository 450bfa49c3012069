using Layar.Testing;

namespace Layar.Kernel.Tests;

[CollectionDefinition(nameof(KernelServer))]
public sealed class KernelCollection : ICollectionFixture<KernelServer>;

public sealed class KernelServer : LayarServer;
