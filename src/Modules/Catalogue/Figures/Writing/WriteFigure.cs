using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Figures.Writing;

/// <summary>Stores a new value, which waits for a second person.</summary>
internal sealed class WriteFigure(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    /// <param name="input">without faults</param>
    public Task<Outcome<FigureVersionId>> Do(Figure figure, FigureInput input, StaffMember member, CancellationToken stop) => change.Run<FigureVersionId>(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (entry, last) = (input.Entry(figure), await db.Set<FigureVersion>().Where(v => v.Kind == figure.Kind && v.Code == figure.Code).MaxAsync(v => (int?)v.Number, stop) ?? 0);
        var version = new FigureVersion
        {
            Id = new(Guid.CreateVersion7(now)), Kind = figure.Kind, Code = figure.Code, Number = last + 1, State = VersionState.Draft, Entry = entry.Written(), FromDay = entry.Validity.From,
            Note = input.Note!.Trim(), WriterId = member.Id.Value, CreatedAt = now, CreatedBy = member.Name, ChangedAt = now, ChangedBy = member.Name, Version = 1,
        };
        db.Add(version);
        await acts.Record(version.Id.Value, "FigureWritten", member.As(ProgrammeDesk.Planners), stop, reason: version.Note,
            before: figure.On(entry.Validity.From) is { } holds ? JsonSerializer.Deserialize<JsonElement>(holds.Written()) : null, after: new { figure = figure.Code, entry = JsonSerializer.Deserialize<JsonElement>(version.Entry) });
        return version.Id;
    }, stop);
}
