using Layar.Kernel.Outcomes;

namespace Layar.Letters.Register;

internal static class LetterRefusals
{
    public static readonly Refusal NotFound = new("letters.refused.not-found");

    /// <summary>The letter stands where this cannot be done.</summary>
    public static readonly Refusal State = new("letters.refused.state");
    public static readonly Refusal Role = new("letters.refused.role");
    public static readonly Refusal Turn = new("letters.refused.turn");
    public static readonly Refusal FourEyes = new("letters.refused.four-eyes");
    public static readonly Refusal Verified = new("letters.refused.verified");
    public static readonly Refusal CaseStep = new("letters.refused.case-step");
    public static readonly Refusal Changed = new("letters.refused.changed");
    public static readonly Refusal Reason = new("letters.refused.reason", "Reason");
}
