using Layar.Kernel.Data;

namespace Layar.Cases.Contracts;

public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>
{
    public static CaseId From(Guid value) => new(value);
}
