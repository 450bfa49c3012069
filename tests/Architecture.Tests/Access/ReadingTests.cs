using System.Net;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Architecture.Tests.Access;

/// <summary>Reads served are reads logged: whoever is shown something of a case, a person or a letter stands in the read log before.</summary>
[Trait("Kind", "page"), Collection(AccessCollection.Name)]
public sealed class ReadingTests(AccessHouse house)
{
    private const int RolesPerDoor = 3;

    private static IEnumerable<Door> OfFiles => Doors.OfStaff.Where(d => d.Who.Count > 0 && (d.Pattern.Contains("kasus/{nomor}", StringComparison.Ordinal)
        || d.Pattern.Contains("warga/{id:guid}", StringComparison.Ordinal) || d.Pattern.Contains("surat/{id:guid}", StringComparison.Ordinal) || d.Pattern.Contains("kontak-pelapor", StringComparison.Ordinal)));

    [Fact]
    public async Task Every_page_of_a_file_that_is_served_is_in_the_read_log()
    {
        var unseen = new List<string>();
        var served = 0;
        foreach (var door in OfFiles)
            foreach (var role in door.Who.Take(RolesPerDoor))
            {
                var path = await house.At(door.Sample);
                if (path.Contains("/salinan", StringComparison.Ordinal) || path.Contains("kontak-pelapor", StringComparison.Ordinal)) continue;
                var before = await Logged(role);
                var answer = await (await house.As(role)).Open(path);
                if (answer.Status != HttpStatusCode.OK) continue;
                served++;
                if (await Logged(role) == before) unseen.Add($"{role} {path}");
            }
        Assert.True(served > 60, $"only {served} pages were served");
        Assert.True(unseen.Count == 0, string.Join("\n", unseen));
    }

    [Fact]
    public async Task What_is_refused_is_not_in_the_read_log()
    {
        foreach (var role in (string[])[Roles.Driver, Roles.Planner, Roles.Shelter])
        {
            var before = await Logged(role);
            foreach (var door in OfFiles.Where(d => !d.Who.Contains(role))) await (await house.As(role)).Open(await house.At(door.Sample));
            Assert.Equal(before, await Logged(role));
        }
    }

    private async Task<int> Logged(string role)
    {
        var staff = await house.StaffIdOf(role);
        return await house.Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().CountAsync(e => e.StaffId == staff));
    }
}
