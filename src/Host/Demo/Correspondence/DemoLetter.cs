using Layar.Cases.Contracts;

namespace Layar.Host.Demo.Correspondence;

/// <summary>How far a letter of the demo goes, whatever the hour.</summary>
internal enum DemoLetterStory
{
    None, Draft, Returned, FirstStation, SecondStation, ToSign, OnPaper, Cancelled, Issued, Scanned, Superseded, Revoked, HandedOver, ScannedAndHandedOver, NotSolved,
}

/// <summary>What becomes of the letter of a case, and when.</summary>
internal sealed record DemoLetter(CaseId Case, string? Division, int Seed, DemoLetterStory Story, DateTime DraftedAt, DateTime SubmittedAt, DateTime SignedAt, DateTime IssuedAt, DateTime HandedAt)
{
    public bool OnPaper => Story is DemoLetterStory.OnPaper or DemoLetterStory.Scanned or DemoLetterStory.ScannedAndHandedOver;

    public bool IsSigned => Story >= DemoLetterStory.OnPaper && Story != DemoLetterStory.Cancelled;

    public bool IsOut => Story >= DemoLetterStory.Issued;

    public bool IsHanded => Story >= DemoLetterStory.HandedOver;
}
