using System.Diagnostics.CodeAnalysis;

namespace Layar.Kernel.Outcomes;

/// <summary>A value, or the expected reason why there is none. Closed: there is no third case.</summary>
public abstract class Outcome<T> where T : notnull
{
    private Outcome() { }

    public bool IsDone => this is Done;

    /// <summary>Null when done.</summary>
    public Refusal? Refusal => (this as Refused)?.Why;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Refusal why) => new Refused(why);

    public TResult Match<TResult>(Func<T, TResult> done, Func<Refusal, TResult> refused) =>
        this switch
        {
            Done d => done(d.Value),
            Refused r => refused(r.Why),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Goes on with the value; a refusal passes through.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) where TNext : notnull =>
        Match(next, why => why);

    /// <summary>True with the value, false with the refusal.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = this is Done d ? d.Value : default;
        refusal = Refusal;
        return refusal is null;
    }

    public sealed class Done : Outcome<T>
    {
        internal Done(T value) => Value = value;

        public T Value { get; }
    }

    public sealed class Refused : Outcome<T>
    {
        internal Refused(Refusal why) => Why = why;

        public Refusal Why { get; }
    }
}
