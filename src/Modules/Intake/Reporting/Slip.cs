namespace Layar.Intake.Reporting;

/// <summary>The paper slip of a report.</summary>
/// <param name="Link">whole address of the status page</param>
internal sealed record Slip(string Code, string Pin, string Link, DateTime FirstAnswerDue, QrPicture Qr)
{
    public static Slip Of(string code, string pin, string link, DateTime due) => new(code, pin, link, due, QrPicture.Of(link));
}
