namespace Layar.Kernel.Data;

/// <summary>A typed id: a version-7 UUID that only fits its own kind of row.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
