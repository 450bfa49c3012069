using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Letters.Approval;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

/// <summary>Letters that kabid and kadis have seen and that the manager may sign.</summary>
internal static class ReadyLetters
{
    public static async Task<LetterId> Make(LettersServer server)
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var id = new LetterId(Guid.CreateVersion7());
        await server.Within(async s =>
        {
            var draft = s.GetRequiredService<DraftProposal>().For(LetterKind.Recommendation, await s.GetRequiredService<LetterMatters>().Of(summary, LetterKind.Recommendation, CancellationToken.None));
            Done(await s.GetRequiredService<DraftLetterHandler>().Handle(new DraftLetter(id, summary, LetterKind.Recommendation, draft), LettersServer.Someone(Roles.Operator), CancellationToken.None));
            var seen = (await s.GetRequiredService<LetterAccess>().Find(id, LettersServer.Someone(Roles.Operator), CancellationToken.None))!;
            Done(await s.GetRequiredService<SubmitLetterHandler>().Handle(seen, 1, LettersServer.Someone(Roles.Operator), CancellationToken.None));
            Done(await s.GetRequiredService<ApproveLetterHandler>().Handle(id, 2, LettersServer.Someone(Roles.DivisionHead, "rehsos"), CancellationToken.None));
            Done(await s.GetRequiredService<ApproveLetterHandler>().Handle(id, 3, LettersServer.Someone(Roles.Head), CancellationToken.None));
            return 0;
        });
        return id;
    }

    private static void Done(Outcome outcome) => Assert.True(outcome.IsDone, outcome.Refusal?.ToString());
}
