using Layar.Kernel.Data;

namespace Layar.Intake.Contracts;

/// <summary>Made by the client, so that sending twice is harmless.</summary>
public readonly record struct ReportId(Guid Value) : IEntityId<ReportId>
{
    public static ReportId From(Guid value) => new(value);
}
