using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

internal sealed class PhotosOfCases(AppDb db) : IPhotosOfCases
{
    public Task Came(CaseId now, CaseId original, int photos) =>
        db.Set<CaseFile>().Where(c => c.Id == now || c.Id == original).ExecuteUpdateAsync(c => c.SetProperty(x => x.PhotoCount, x => x.PhotoCount + photos));
}
