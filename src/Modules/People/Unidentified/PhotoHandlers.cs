using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.AspNetCore.Http;

namespace Layar.People.Unidentified;

/// <summary>Adds a photo by which somebody may be recognised: metadata stripped, sealed, at most 4 MB.</summary>
internal sealed class AddPhoto(AppDb db, Change change, IFileStore store, ActRecorder acts, TimeProvider clock)
{
    private const long Largest = 4 * 1024 * 1024;

    public async Task<Outcome> Do(PersonId person, IFormFile? file, StaffMember member, CancellationToken stop)
    {
        if (file is null || file.Length == 0) return new Refusal("people.refused.photo", "Photo");
        if (file.Length > Largest) return new Refusal("people.refused.photo.size", "Photo");
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        if (!MetadataStripper.Strip(memory.ToArray()).TryGet(out var clean, out var why)) return why.At("Photo");
        var stored = await store.Put(clean.Bytes, clean.Facts.Kind.MediaType(), SafeFileName.For(file.FileName, clean.Facts.Kind), stop);
        return await change.Run(async () =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var id = new PersonPhotoId(Guid.CreateVersion7(now));
            db.Add(stored);
            db.Add(new PersonPhoto { Id = id, PersonId = person, FileId = stored.Id, AddedAt = now, AddedBy = member.Name });
            await acts.Record(person.Value, "PersonPhotoAdded", member.As(PersonAccess.PhotoViewers), stop, touched: [id.Value]);
            return Outcome.Success;
        }, stop);
    }
}
