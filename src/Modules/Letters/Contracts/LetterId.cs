using Layar.Kernel.Data;

namespace Layar.Letters.Contracts;

public readonly record struct LetterId(Guid Value) : IEntityId<LetterId>
{
    public static LetterId From(Guid value) => new(value);
}
