using Layar.Kernel.Data;
using Layar.Letters.Register;

namespace Layar.Letters.Checking;

/// <summary>Keeps what was asked and what was answered, never who asked.</summary>
internal sealed class CheckLog(GroupCommit writer, TimeProvider clock)
{
    public Task Note(LetterFinding finding, string way, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return writer.Write([new LetterCheck { Id = new(Guid.CreateVersion7(now)), Code = finding.Letter?.Code, At = now, Result = finding.Verdict.ToString(), Way = way }], stop);
    }
}
