namespace Layar.Kernel.Outcomes;

/// <summary>An act without a result that was done, or refused for an expected reason. Closed: there is no third case.</summary>
public abstract class Outcome
{
    private Outcome() { }

    /// <summary>The one value of "done".</summary>
    public static Outcome Success { get; } = new Done();

    public bool IsDone => this is Done;

    /// <summary>Null when done.</summary>
    public Refusal? Refusal => (this as Refused)?.Why;

    public static implicit operator Outcome(Refusal why) => new Refused(why);

    public TResult Match<TResult>(Func<TResult> done, Func<Refusal, TResult> refused) =>
        this is Refused r ? refused(r.Why) : done();

    public sealed class Done : Outcome
    {
        internal Done() { }
    }

    public sealed class Refused : Outcome
    {
        internal Refused(Refusal why) => Why = why;

        public Refusal Why { get; }
    }
}
