using Layar.Kernel.Time;
using Layar.Letters.Contracts;
using Layar.Letters.Register;

namespace Layar.Letters.Checking;

/// <summary>What the public learns about a letter. Unknown: no such letter, or one that is not out.</summary>
internal enum Verdict { Valid, Expired, Revoked, Superseded, Forged, Unknown }

/// <param name="Letter">null when unknown or when the file says nothing that may be believed</param>
/// <param name="Successor">code of the letter that took its place</param>
internal sealed record LetterFinding(Verdict Verdict, Letter? Letter, string? Successor = null)
{
    public static readonly LetterFinding Unknown = new(Verdict.Unknown, null);

    /// <summary>The state of a letter that is what it claims to be.</summary>
    public static Verdict Of(Letter letter, DateTime now) => letter.State switch
    {
        LetterState.Revoked => Verdict.Revoked,
        LetterState.Cancelled when letter.Number is not null => Verdict.Revoked,
        LetterState.Superseded => Verdict.Superseded,
        LetterState.Issued or LetterState.HandedOver => letter.ValidUntil < Wita.Day(now) ? Verdict.Expired : Verdict.Valid,
        _ => Verdict.Unknown,
    };
}
