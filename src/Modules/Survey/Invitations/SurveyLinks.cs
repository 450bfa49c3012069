using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Survey.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Survey.Invitations;

internal sealed class SurveyLinks(AppDb db, SurveyTokens tokens, TimeProvider clock) : ISurveyLinks
{
    public async Task<string?> LinkFor(CaseId id, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<SurveyInvitation>().AnyAsync(i => i.CaseId == id && i.AnsweredAt == null && i.ExpiresAt > now, stop);
        return open ? $"/survei/{tokens.Of(id).Value}" : null;
    }
}
