using Layar.Intake.Contracts;
using Layar.Intake.Voices;
using Layar.Kernel.Acts;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;

namespace Layar.Intake.Submission;

/// <summary>A report with how it came and who wrote it down.</summary>
/// <param name="Photos">already cleaned and stored; their rows go into the same transaction</param>
internal sealed record IncomingReport(ReportInput Input, string Channel, Actor Actor, IReadOnlyList<StoredFile> Photos)
{
    /// <summary>The voice note, when it came with the words.</summary>
    public StoredVoice? Voice { get; init; }

    public static IncomingReport FromApi(ReportInput input) => new(input, Channels.Api, Actor.Citizen, []);
}

internal static class Channels
{
    public const string Web = "web";
    public const string Api = "api";
    public const string Phone = "phone";
    public const string WhatsApp = "whatsapp";
    public const string Village = "village";
    public const string WalkIn = "walk-in";

    /// <summary>Those that an officer writes down.</summary>
    public static readonly string[] ByOfficer = [Phone, WalkIn, WhatsApp, Village];
}

/// <summary>What the reporter gets in hand; the same again for the same report.</summary>
internal sealed record Receipt(ReportId Id, string Code, string Pin, string Link, DateTime FirstAnswerDue, string UploadSecret);

/// <summary>How a submission ended. Closed.</summary>
internal abstract record Submitted
{
    private Submitted() { }

    internal sealed record Accepted(Receipt Receipt) : Submitted;

    /// <summary>The same report came before; nothing happened a second time.</summary>
    internal sealed record Again(Receipt Receipt) : Submitted;

    /// <summary>The id stands for another content.</summary>
    internal sealed record OtherContent : Submitted;

    internal sealed record Refused(IReadOnlyList<Refusal> Faults) : Submitted;
}
