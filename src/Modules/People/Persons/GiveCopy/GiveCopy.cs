using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;

namespace Layar.People.Persons.GiveCopy;

/// <param name="Copy">what is held</param>
/// <param name="Trail">who opened and changed it</param>
internal sealed record PreparedCopy(PersonCopy Copy, Trail Trail);

/// <summary>Prepares the copy of one person. That it was made, by whom and at whose request, is an act and a read entry first.</summary>
internal sealed class GiveCopy(Change change, ActRecorder acts, ReadLog log, IEnumerable<IPersonCopyPart> parts, ProcessingTrail trail)
{
    public const string Kind = "PersonCopyGiven";
    private const int LongestRequest = 300;

    /// <summary>Officers of data protection, and the manager for persons of secret cases.</summary>
    public static readonly string[] Givers = [Roles.DataProtection, Roles.Manager];

    /// <param name="form">screen, json or csv</param>
    public async Task<Outcome<PreparedCopy>> Handle(PersonGroup group, string? request, string form, StaffMember member, CancellationToken stop)
    {
        var asked = request?.Trim() ?? "";
        if (asked.Length is 0 or > LongestRequest) return new Refusal("people.copy.refused.request", "Asked", LongestRequest);
        var person = group.Person.Id.Value;
        var done = await change.Run(async () =>
        {
            await acts.Record(person, Kind, member.As(Givers), stop, after: new { form });
            return Outcome.Success;
        }, stop);
        if (done.Refusal is { } why) return why;
        await log.Opened(member.As(Givers), "copy", person, asked, stop);
        var copy = new PersonCopy(group.Ids);
        foreach (var part in parts.OrderBy(p => p.Order)) await part.Fill(copy, member, stop);
        return new PreparedCopy(copy, await trail.Of(copy, stop));
    }
}
