using Layar.Letters.Checking;

namespace Layar.Letters.VerifyLetter;

/// <param name="Office">who issued it</param>
internal sealed record FindingFace(LetterFinding Finding, string Office);
