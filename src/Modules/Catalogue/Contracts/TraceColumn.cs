namespace Layar.Catalogue.Contracts;

/// <summary>The traces of one key for many people at once: what they say, as SQL.</summary>
/// <param name="Kind">of the traces</param>
/// <param name="Key">of the traces</param>
/// <param name="Sql">of the caller, never of a user, with <c>{row}</c> for the alias of the person's row: the one value as text; NULL where there is no trace</param>
/// <param name="Number">the expression is a whole number instead of a text</param>
public sealed record TraceColumn(TraceKind Kind, string Key, string Sql, bool Number = false);
