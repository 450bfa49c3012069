using Layar.Cases.Contracts;
using Layar.Kernel.Numbers;
using Layar.Kernel.Secrets;

namespace Layar.Survey.Invitations;

/// <summary>The 60-bit token of a survey link; only this installation can derive it from the case again.</summary>
internal sealed class SurveyTokens(KeyRing ring)
{
    public LinkSecret Of(CaseId id) => LinkSecret.FromBytes(ring.Derive("survey.link", id.Value.ToByteArray(true), 16));

    public byte[] Index(LinkSecret token) => ring.BlindIndex("survey.token", token.Value);
}
