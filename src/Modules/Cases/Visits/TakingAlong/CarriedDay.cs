namespace Layar.Cases.Visits.TakingAlong;

/// <summary>What a phone carries of one officer's day. Sealed on the phone before it is written there.</summary>
/// <param name="Until">without word of the office after this time the phone erases it</param>
/// <param name="LeftOut">visits to secret cases: those are not carried</param>
/// <param name="Records">the officer may end a visit; others fill in and write the report</param>
internal sealed record CarriedDay(DateTime At, DateTime Until, string Officer, bool Records, int LeftOut, IReadOnlyList<CarriedVisit> Visits, IReadOnlyList<CarriedForm> Forms);

/// <param name="Report">what was written so far, with the fingerprint over which the phone writes on</param>
internal sealed record CarriedVisit(
    Guid Id, string Number, string Title, string Hours, string Place, double? Lat, double? Lon, string? Person, int? Age, string? Address, string? Rt, string? Report, string Mark, int Form,
    IReadOnlyDictionary<string, CarriedAnswer> Answers);

/// <param name="Version">what a change of this answer names as its base</param>
internal sealed record CarriedAnswer(string[] Value, int Version);

internal sealed record CarriedForm(int Version, IReadOnlyList<CarriedGroup> Groups);

internal sealed record CarriedGroup(string Code, string Title, string Hint, IReadOnlyList<CarriedQuestion> Questions);

internal sealed record CarriedQuestion(
    string Code, string Type, string Text, string? Hint, bool Required, string? Unit, decimal? Min, decimal? Max, int Decimals, IReadOnlyList<CarriedOption> Options,
    IReadOnlyList<CarriedCondition> If);

internal sealed record CarriedOption(string Code, string Text);

internal sealed record CarriedCondition(string Question, IReadOnlyList<string> Is);
