namespace Layar.Kernel.Outcomes;

/// <summary>Why something expected could not be done. The text for <paramref name="Code"/> stands in the text catalogue.</summary>
/// <param name="Code">text key, e.g. <c>cases.step-does-not-allow</c></param>
/// <param name="Field">the form field it belongs to, when there is one</param>
/// <param name="Values">placeholders of the text</param>
public sealed record Refusal(string Code, string? Field = null, params object?[] Values);

/// <summary>Done, or refused for a stated reason. Exceptions are for bugs.</summary>
public sealed class Outcome
{
    public static readonly Outcome Done = new([]);

    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    public static Outcome Refused(IReadOnlyList<Refusal> refusals) => new(refusals);

    public static implicit operator Outcome(Refusal refusal) => new([refusal]);

    public Outcome<T> With<T>(T value) => IsDone ? new Outcome<T>(value) : Outcome<T>.Refused(Refusals);

    public TResult Match<TResult>(Func<TResult> done, Func<IReadOnlyList<Refusal>, TResult> refused) =>
        IsDone ? done() : refused(Refusals);
}

/// <summary>A value, or a refusal for a stated reason.</summary>
public sealed class Outcome<T>
{
    private readonly T value;

    internal Outcome(T value) => (this.value, Refusals) = (value, []);

    private Outcome(IReadOnlyList<Refusal> refusals) => (value, Refusals) = (default!, refusals);

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    /// <exception cref="InvalidOperationException">when the outcome is a refusal</exception>
    public T Value => IsDone ? value : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) => new(refusals);

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new([refusal]);

    public TResult Match<TResult>(Func<T, TResult> done, Func<IReadOnlyList<Refusal>, TResult> refused) =>
        IsDone ? done(value) : refused(Refusals);
}
