using Layar.Cases.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo.Correspondence;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Ending;
using Layar.Letters.Handing;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.Rows;

/// <summary>Prints signed letters, gives them out and hands them over by the handlers behind the buttons, each at its hour.</summary>
internal sealed class DemoCounter(
    AppDb db, ICases cases, IFileStore files, IssueLetterHandler issue, UploadScanHandler scan, HandOverHandler handOver, ReplaceLetterHandler replace, EndLetterHandler end, DemoLetterDesk desk,
    DemoWords words, DemoStaff staff, DemoClock clock, DateTime now)
{
    private readonly StaffMemberOf who = new(staff);

    /// <summary>Refused when this machine cannot print.</summary>
    public async Task<Outcome> Go(DemoLetter letter, LetterId id, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        clock.Set(letter.IssuedAt);
        // Another printer of the house may have been quicker; then the letter has changed, and the second try finds its file.
        var issued = await issue.Handle(id, who.Manager, [Roles.Manager], stop);
        if (issued.Refusal is { Code: Change.ChangedMeanwhile }) issued = await issue.Handle(id, who.Manager, [Roles.Manager], stop);
        if (!issued.IsDone || !letter.IsOut) return issued;
        if (letter.OnPaper) DemoLetterDesk.Done(await Scan(id, stop));
        if (letter.IsHanded) DemoLetterDesk.Done(await HandOver(letter, id, stop));
        if (letter.Story == DemoLetterStory.Superseded) DemoLetterDesk.Done(await Replace(letter, id, stop));
        if (letter.Story == DemoLetterStory.Revoked) DemoLetterDesk.Done(await Revoke(id, stop));
        return Outcome.Success;
    }

    /// <summary>The page that was printed comes back signed.</summary>
    private async Task<Outcome> Scan(LetterId id, CancellationToken stop)
    {
        var letter = await Find(id, stop);
        var page = await db.Set<StoredFile>().AsNoTracking().FirstAsync(f => f.Id == letter.PrintFileId, stop);
        return await scan.Handle(id, letter.Version, await files.Get(page, stop), who.Manager, stop);
    }

    private async Task<Outcome> HandOver(DemoLetter letter, LetterId id, CancellationToken stop)
    {
        var random = new Random(letter.Seed);
        clock.Set(letter.HandedAt);
        var summary = (await cases.Find(letter.Case, stop))!;
        var relation = DemoWords.Pick(random, Enum.GetValues<ReceiverRelation>()[..5]);
        var drawn = random.Next(4) > 0 ? DemoPicture.Signature(random) : null;
        var command = new HandOver(id, summary.Version, words.Name(random, random.Next(2) == 0 ? "L" : "P"), relation, DemoWords.Pick(random, Enum.GetValues<IdentityCheck>()),
            letter.HandedAt, drawn, null, drawn is null ? NoProofReason.CannotSign : null);
        return await handOver.Handle(command, who.FrontOffice, stop);
    }

    /// <summary>A second version today; its number follows all others.</summary>
    private async Task<Outcome> Replace(DemoLetter letter, LetterId old, CancellationToken stop)
    {
        clock.Set(now.AddMinutes(-12));
        if (!(await replace.Handle(old, words.Say.LetterReplace[0], who.Manager, stop)).TryGet(out var id, out var refusal)) return refusal;
        await desk.Submit(id, now.AddMinutes(-10), stop);
        await desk.ApproveAll(id, now.AddMinutes(-6), letter.Division, stop);
        clock.Set(now.AddMinutes(-2));
        return await issue.Handle(id, who.Manager, [Roles.Manager], stop);
    }

    private async Task<Outcome> Revoke(LetterId id, CancellationToken stop)
    {
        clock.Set(now.AddHours(-3));
        return await end.Revoke(id, (await Find(id, stop)).Version, words.Say.LetterRevoke[0], who.Manager, stop);
    }

    private Task<Letter> Find(LetterId id, CancellationToken stop) => db.Set<Letter>().AsNoTracking().FirstAsync(l => l.Id == id, stop);

    private sealed record StaffMemberOf(DemoStaff Staff)
    {
        public StaffMember Manager => Staff.Of(Roles.Manager);

        public StaffMember FrontOffice => Staff.Of(Roles.FrontOffice);
    }
}
